const whole = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });
const short = new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 1 });

export const number = (value: number): string => whole.format(value);

export const compact = (value: number): string => short.format(value);

export const usd = (value: number): string => `${value < 0 ? "−" : ""}$${short.format(Math.abs(value))}`;

export const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

export const ms = (value: number): string => `${value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)} ms`;

/** "2009-Q1" and 5 make "2010-Q2". */
export function quarterAfter(starts: string, quarters: number): string {
  const [year, quarter] = starts.split("-Q").map(Number) as [number, number];
  const index = year * 4 + quarter - 1 + quarters;
  return `${Math.floor(index / 4)}-Q${(index % 4) + 1}`;
}

/** "3 min ago". */
export function ago(time: string): string {
  const seconds = Math.max(0, (Date.now() - Date.parse(time)) / 1000);
  if (seconds < 60) return `${Math.floor(seconds)} s ago`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ago`;
  return seconds < 172800 ? `${Math.floor(seconds / 3600)} h ago` : `${Math.floor(seconds / 86400)} d ago`;
}
