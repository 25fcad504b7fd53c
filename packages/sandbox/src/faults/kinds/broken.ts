/** The first half of a body and then something that does not belong there. */
export function broken(body: Buffer | string): string {
  const text = body.toString();
  return `${text.slice(0, Math.ceil(text.length / 2))}<!-- oops -->`;
}
