import type { PublicEntity } from "@/domain/published/entity";
import type { Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";
import { List } from "../list";
import { OrganisationLink } from "../organisation-link";
import { Places } from "../places";

type Props = { locale: Locale; entity: PublicEntity; /** The slug of the only document that is to speak. */ source?: string };

/** What a finding or a recommendation says, sentence by sentence, and who could help. */
export function Sentences({ locale, entity: { fields }, source }: Props) {
  const t = translator(locale, "entities");
  const values = (fields.text ?? []).filter(({ citations }) => source === undefined || citations.some((citation) => citation.source === source));
  const partners = [...(fields.potential_partners ?? []), ...(fields.partner_names ?? [])];
  return (
    <>
      <List
        items={values.map(({ text, citations }, index) => (
          <span key={index}>
            {text?.[locale]} <Places locale={locale} citations={citations} />
          </span>
        ))}
      />
      {partners.length > 0 ? (
        <>
          <p>{t("partners")}</p>
          <List
            items={partners.map(({ organisation, text }, index) =>
              organisation ? <OrganisationLink key={index} locale={locale} organisation={organisation} /> : text?.[locale],
            )}
          />
        </>
      ) : null}
    </>
  );
}
