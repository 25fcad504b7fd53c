/** A stack that an entity claims, as `lbc/stack` names it. @public */
export interface StackClaim {
  cluster: string;
  /** `ingress/<namespace>/<name>`, `group/<name>` and so on. */
  stack: string;
}

// The portal's name of a cluster may hold slashes, so both are read from the
// right. The first goes first: `…/ingress/group/web` is an Ingress.
const FORMS = [
  /^(.+)\/((?:ingress|service|gateway)\/[^/\s]+\/[^/\s]+)$/,
  /^(.+)\/(group\/[^/\s]+)$/,
];

/** Reads one `lbc/stack` value; undefined where it is malformed. */
export function parseStackClaim(text: string): StackClaim | undefined {
  for (const form of FORMS) {
    const match = form.exec(text);
    if (match) {
      return { cluster: match[1].trim(), stack: match[2] };
    }
  }
  return undefined;
}
