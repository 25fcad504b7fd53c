/** When the generated fleet is "recorded"; only differences to it matter. */
export const RECORDED_AT = Date.parse('2026-11-24T00:00:00Z');
/** When its second step is. */
export const CHANGED_AT = RECORDED_AT + 10 * 60 * 1000;

/** A time as Kubernetes writes it. */
export function seconds(millis: number): string {
  return new Date(millis).toISOString().replace(/\.\d+Z$/, 'Z');
}

/** A time as the AWS command line prints it. */
export function micros(millis: number): string {
  return new Date(millis).toISOString().replace('Z', '000+00:00');
}
