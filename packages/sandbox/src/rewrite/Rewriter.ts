import { JsonValue, mapStrings } from '../json';
import { hostedZones, regionCode } from './regions';

/** What a world says, and what it shall say instead. */
export interface RewriterOptions {
  accountId?: { from: string; to: string };
  region?: { from: string; to: string };
}

type Replacement = (text: string) => string;

/**
 * Moves a world to another account and Region: every string and key of it,
 * in Kubernetes' answers and in AWS' alike, so that what names the same
 * resource on both sides still does.
 */
export class Rewriter {
  readonly #replacements: Replacement[];
  readonly #cache = new WeakMap<object, JsonValue>();

  constructor(options: RewriterOptions) {
    this.#replacements = [
      ...accountReplacements(options.accountId),
      ...regionReplacements(options.region),
    ];
  }

  /** Rewrites one string. */
  text(text: string): string {
    return this.#replacements.reduce(
      (result, replace) => replace(result),
      text,
    );
  }

  /** Rewrites a whole answer; the same answer is rewritten once. */
  json(value: JsonValue): JsonValue {
    if (this.#replacements.length === 0) {
      return value;
    }
    if (typeof value !== 'object' || value === null) {
      return this.#rewrite(value);
    }
    let rewritten = this.#cache.get(value);
    if (rewritten === undefined) {
      rewritten = this.#rewrite(value);
      this.#cache.set(value, rewritten);
    }
    return rewritten;
  }

  #rewrite(value: JsonValue): JsonValue {
    const rewrite = (text: string) => this.text(text);
    return mapStrings(value, { value: rewrite, key: rewrite });
  }
}

function accountReplacements(
  account: RewriterOptions['accountId'],
): Replacement[] {
  if (!account || account.from === account.to) {
    return [];
  }
  const pattern = new RegExp(`(?<!\\d)${account.from}(?!\\d)`, 'g');
  return [replacer(account.from, pattern, account.to)];
}

function regionReplacements(region: RewriterOptions['region']): Replacement[] {
  if (!region || region.from === region.to) {
    return [];
  }
  const { from, to } = region;
  const zoneId = `${regionCode(from)}-az`;
  const replacements = [
    // Not "eu-west-1" inside of "eu-west-12", but with a zone's letter after it.
    replacer(from, new RegExp(`${from}(?!\\d)`, 'g'), to),
    replacer(
      zoneId,
      new RegExp(`\\b${zoneId}(?=\\d)`, 'g'),
      `${regionCode(to)}-az`,
    ),
  ];
  const zonesFrom = hostedZones(from);
  const zonesTo = hostedZones(to);
  if (zonesFrom && zonesTo) {
    for (const type of ['application', 'network'] as const) {
      const zone = zonesFrom[type];
      replacements.push(
        replacer(zone, new RegExp(`\\b${zone}\\b`, 'g'), zonesTo[type]),
      );
    }
  }
  return replacements;
}

/** A replacement that does not run the regular expression where it cannot match. */
function replacer(needle: string, pattern: RegExp, to: string): Replacement {
  return text => (text.includes(needle) ? text.replace(pattern, to) : text);
}
