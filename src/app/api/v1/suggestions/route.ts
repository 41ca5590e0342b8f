import { suggestionsAnswer } from "@/features/open-data/suggestions";
import { answeredDirectly } from "@/lib/http/direct-answers";

export const GET = answeredDirectly("/api/v1/suggestions", suggestionsAnswer);
