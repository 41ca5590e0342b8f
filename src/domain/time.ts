const TIME = /^\d{4}(-\d{2}(-\d{2})?)?$/;

/** Whether a text is a time as precise as its source: "2007", "2007-08", "2007-08-29". */
export const isTime = (value: string): boolean => TIME.test(value);
