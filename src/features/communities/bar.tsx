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
    <span aria-hidden="true" className="bar">
      <span className="bar-value" style={{ width: at(value) }} />
      {mean === null ? null : <span className="bar-mean" style={{ left: at(mean) }} />}
    </span>
  );
}
