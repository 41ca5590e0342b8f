// The whole site in one process, for development and to be measured.
import { prepareApplication } from "./application";
import { serve } from "./serve";

await serve(prepareApplication);
