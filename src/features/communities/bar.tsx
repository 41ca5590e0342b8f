type Props = {
  /** From 0 to `whole`. */
  value: number;
  /** Where the mean stands, on the same scale. */
  mean?: number | null;
  whole: number;
};

/** A share drawn beside its number, which says the same: hidden from assistive technology. */
export function Bar({ value, mean = null, whole }: Props) {
  const at = (part: number) => `${(100 * part) / whole}%`;
  return (
    <span aria-hidden="true" className="relative block h-2.5 min-w-24 max-w-56 bg-shade print:border print:border-line-strong">
      <span className="absolute inset-y-0 left-0 bg-ochre-fill" style={{ width: at(value) }} />
      {mean === null ? null : <span className="absolute -inset-y-1 w-0.5 bg-ink" style={{ left: at(mean) }} />}
    </span>
  );
}
