import { Table } from "@/components/table";
import type { Actor } from "@/domain/actor";
import { referenceNames } from "@/data/editing/edit-form";
import { EDIT_NAMES, type EditName, type SaidFields } from "@/domain/fields";
import { fieldLabel } from "@/i18n/field-label";
import type { Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";
import { valueNames, valueText } from "@/i18n/value-text";

type Side = { name: string; fields: SaidFields };

/** Two entries in words, by field. */
export async function textsOf(locale: Locale, actor: Actor, sides: readonly Side[]): Promise<(side: number, name: EditName) => string> {
  const names = valueNames(
    await referenceNames(
      actor,
      sides.map(({ fields }) => fields),
    ),
  );
  return (side, name) => valueText(locale, name, sides[side]!.fields[name], names);
}

const isEmpty = (value: unknown): boolean => value === null || (Array.isArray(value) && value.length === 0);

/** Everything that two entries show, beside each other; a field of which neither says anything is left out. */
export async function SideBySide({ locale, actor, sides }: { locale: Locale; actor: Actor; sides: readonly [Side, Side] }) {
  const text = await textsOf(locale, actor, sides);
  const rows = EDIT_NAMES.filter(({ name }) => sides.some(({ fields }) => !isEmpty(fields[name])));
  return (
    <Table
      rows={rows}
      keyOf={({ name }) => name}
      columns={[
        { head: translator(locale, "life")("merge.field"), cell: ({ name }) => fieldLabel(locale, name) },
        ...sides.map((side, index) => ({ head: side.name, cell: ({ name }: (typeof rows)[number]) => text(index, name) })),
      ]}
    />
  );
}
