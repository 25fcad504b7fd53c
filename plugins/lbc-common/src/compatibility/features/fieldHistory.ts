import type { Knowledge } from '../../knowledge/types';

/** The releases that have a field. */
export interface FieldLife {
  introducedIn: string;
  /** The last release that had it; absent where the newest still does. */
  lastIn?: string;
}

/** The fields of every CRD, over all releases that are known. */
export class FieldHistory {
  readonly #byCrd: ReadonlyMap<string, ReadonlyMap<string, FieldLife>>;

  constructor(byCrd: ReadonlyMap<string, ReadonlyMap<string, FieldLife>>) {
    this.#byCrd = byCrd;
  }

  lifeOf(crd: string, field: string): FieldLife | undefined {
    return this.#byCrd.get(crd)?.get(field);
  }

  fieldsOf(crd: string): string[] {
    return [...(this.#byCrd.get(crd)?.keys() ?? [])];
  }
}

const HISTORIES = new WeakMap<object, Promise<FieldHistory>>();

/** Reads every release once. No field that upstream took out ever came back. */
export function fieldHistory(knowledge: Knowledge): Promise<FieldHistory> {
  const known = HISTORIES.get(knowledge);
  if (known) {
    return known;
  }
  const history = readHistory(knowledge);
  HISTORIES.set(knowledge, history);
  // One that failed is read again.
  history.catch(() => HISTORIES.delete(knowledge));
  return history;
}

async function readHistory(knowledge: Knowledge): Promise<FieldHistory> {
  const byCrd = new Map<string, Map<string, FieldLife & { seenIn: string }>>();
  let newest = '';
  for (const { version } of knowledge.releases) {
    const release = await knowledge.load(version);
    newest = release ? version : newest;
    for (const { name, versions } of release?.crds ?? []) {
      const lives = byCrd.get(name) ?? new Map();
      byCrd.set(name, lives);
      for (const field of versions.flatMap(({ fields }) => fields)) {
        const life = lives.get(field) ?? { introducedIn: version };
        lives.set(field, { ...life, seenIn: version });
      }
    }
  }
  return new FieldHistory(
    new Map(
      [...byCrd].map(([name, lives]) => [
        name,
        new Map(
          [...lives].map(([field, { introducedIn, seenIn }]) => [
            field,
            {
              introducedIn,
              ...(seenIn !== newest && { lastIn: seenIn }),
            },
          ]),
        ),
      ]),
    ),
  );
}
