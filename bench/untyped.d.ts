// The parts that the benches use of packages without types.
declare module "autocannon" {
  type Request = { path: string };
  type Client = { on(event: "headers", listener: (response: { headers: string[] }) => void): void };
  type Options = {
    url: string;
    connections: number;
    duration: number;
    timeout: number;
    headers?: Record<string, string>;
    requests: { setupRequest: (request: Request) => Request }[];
    setupClient?: (client: Client) => void;
  };
  type Result = { errors: number; non2xx: number; "2xx": number; requests: { average: number }; latency: { p50: number; max: number } };
  type Running = Promise<Result> & { on(event: "response", listener: (client: Client, status: number, bytes: number, time: number) => void): void };
  export default function autocannon(options: Options): Running;
}
