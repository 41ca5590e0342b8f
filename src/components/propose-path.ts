import type { ProposalPart } from "@/domain/proposal";
import { localPath, type Locale } from "@/i18n/locales";

/** Where one says that a part of an entry is wrong. */
export const proposePath = (locale: Locale, slug: string, part: ProposalPart): string => localPath(locale, `/proposer?fiche=${slug}&partie=${part}`);
