import { createTransport } from "nodemailer";
import { env } from "@/env";
import { logger } from "./logger";

/** A relay that does not answer must not keep a form waiting. */
const LIMITS = { connectionTimeout: 5000, greetingTimeout: 5000, socketTimeout: 10_000 };

/** Sends a message of plain text. `off`: no relay is set; `failed`: it did not take the message, which is logged without its words. */
export async function sendMail(message: { to: string; subject: string; text: string }): Promise<"sent" | "off" | "failed"> {
  const { SMTP_URL: url, SMTP_FROM: from } = env();
  if (!url || !from) return "off";
  const transport = createTransport({ url, ...LIMITS });
  try {
    await transport.sendMail({ from, ...message, disableFileAccess: true, disableUrlAccess: true });
    return "sent";
  } catch (error) {
    logger.warn({ event: "mail_failed", err: error }, "A message was not sent");
    return "failed";
  } finally {
    transport.close();
  }
}
