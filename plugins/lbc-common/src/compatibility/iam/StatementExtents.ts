import { VARIABLE, covers, overlaps } from './globs';
import { PolicyStatement } from './policy';

/** How much of a resource a statement is about. */
export type Extent = 'all' | 'part' | 'maybe' | 'none';

/** Remembers which statements are about which resources. */
export class StatementExtents {
  readonly #known = new Map<PolicyStatement, Map<string, Extent>>();

  of(statement: PolicyStatement, resource: string): Extent {
    let known = this.#known.get(statement);
    if (!known) {
      known = new Map();
      this.#known.set(statement, known);
    }
    let extent = known.get(resource);
    if (extent === undefined) {
      extent = extentOf(statement, resource);
      known.set(resource, extent);
    }
    return extent;
  }
}

function extentOf(
  { resources: { not, patterns } }: PolicyStatement,
  resource: string,
): Extent {
  if (patterns.some(pattern => pattern === '*' || covers(pattern, resource))) {
    return not ? 'none' : 'all';
  }
  const near = patterns.filter(pattern => overlaps(pattern, resource));
  if (near.length === 0) {
    return not ? 'all' : 'none';
  }
  return near.some(pattern => pattern.includes(VARIABLE)) ? 'maybe' : 'part';
}
