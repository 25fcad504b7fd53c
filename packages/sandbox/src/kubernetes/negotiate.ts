/** A form that an answer can take. */
export type Representation = 'json' | 'partial' | 'aggregated-discovery';

/** Which forms a path has, and what an answer in each is called. */
const FORMS: Record<
  Representation,
  { as?: string[]; group?: string; versions?: string[] }
> = {
  json: {},
  partial: {
    as: ['PartialObjectMetadataList', 'PartialObjectMetadata'],
    group: 'meta.k8s.io',
    versions: ['v1', 'v1beta1'],
  },
  'aggregated-discovery': {
    as: ['APIGroupDiscoveryList'],
    group: 'apidiscovery.k8s.io',
    versions: ['v2'],
  },
};

/**
 * Chooses the first form that a client accepts and the path has; `undefined`
 * where there is none (406).
 */
export function negotiate(
  accept: string | undefined,
  forms: Representation[],
): Representation | undefined {
  const clauses = (accept?.trim() || '*/*').split(',').map(parseClause);
  for (const clause of clauses) {
    const found = forms.find(form => accepts(clause, form));
    if (found) {
      return found;
    }
  }
  return undefined;
}

interface Clause {
  type: string;
  params: Map<string, string>;
}

function parseClause(text: string): Clause {
  const [type, ...params] = text.split(';').map(part => part.trim());
  return {
    type: type.toLowerCase(),
    params: new Map(
      params.map(param => {
        const [key, ...value] = param.split('=');
        return [key.trim().toLowerCase(), value.join('=').trim()];
      }),
    ),
  };
}

function accepts({ type, params }: Clause, form: Representation): boolean {
  if (!['application/json', 'application/*', '*/*'].includes(type)) {
    return false;
  }
  const { as, group, versions } = FORMS[form];
  const wanted = params.get('as');
  if (!as) {
    return wanted === undefined;
  }
  return (
    wanted !== undefined &&
    as.includes(wanted) &&
    params.get('g') === group &&
    versions?.includes(params.get('v') ?? '') === true
  );
}
