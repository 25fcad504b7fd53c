import type { Clone } from './Clone';

export const DETECTION_FILE = 'pkg/gateway/crddetect/gateway_feature_flags.go';

/** CRDs that a release looks for at start, as `<plural>.<group>/<version>`. */
export interface Detected {
  alb: string[];
  nlb: string[];
}

/** What the detection of CRDs names; undefined where there is none. */
export function detectedOf(clone: Clone, tag: string): Detected | undefined {
  const text = clone.text(tag, DETECTION_FILE);
  if (text === undefined) {
    return undefined;
  }
  const groups = new Map(
    [...text.matchAll(/^\s*(\w+)\s*=\s*"([^"]+\/v\w+)"/gm)].map(
      ([, constant, value]) => [constant, value],
    ),
  );
  const lists = new Map(
    [...text.matchAll(/^\s*(\w+)\s*=\s*\[\]string\{([^}]*)\}/gm)].map(
      ([, constant, kinds]) => [constant, quoted(kinds)],
    ),
  );
  const kindsOf = (name: string): string[] => {
    const [, body = ''] =
      new RegExp(
        `^\\s*${name}\\s*=\\s*map\\[string\\]\\[\\]string\\{(.*)\\}$`,
        'm',
      ).exec(text) ?? [];
    return [...body.matchAll(/(\w+):\s*(?:\{([^}]*)\}|(\w+))/g)]
      .flatMap(([, group, kinds, list]) => {
        const [apiGroup, version] = (groups.get(group) ?? group).split('/');
        const named = kinds === undefined ? lists.get(list) : quoted(kinds);
        return (named ?? [list]).map(
          kind => `${pluralOf(kind)}.${apiGroup}/${version}`,
        );
      })
      .sort();
  };
  return { alb: kindsOf('albKinds'), nlb: kindsOf('nlbKinds') };
}

function quoted(text: string): string[] {
  return [...text.matchAll(/"([^"]+)"/g)].map(([, value]) => value);
}

function pluralOf(kind: string): string {
  const lower = kind.toLowerCase();
  return lower.endsWith('class') ? `${lower}es` : `${lower}s`;
}
