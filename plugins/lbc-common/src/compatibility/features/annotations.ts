import { compareReleases } from '../../knowledge/compareReleases';
import type { FeatureKnowledge, Release } from '../../knowledge/types';
import { message } from '../../messages';
import type { ObjectInUse } from '../objectsInUse';
import type { FeatureInUse } from '../types';
import { nearestName } from './nearest';

/** What only this controller reads; other names may be anybody's. */
const OURS =
  /^(alb\.ingress\.kubernetes\.io|elbv2\.k8s\.aws|gateway\.k8s\.aws|aga\.k8s\.aws)\//;
/** Shared with the cloud controller and other clouds. */
const SERVICE_PREFIX = 'service.beta.kubernetes.io/';
const SERVICE_OURS = `${SERVICE_PREFIX}aws-load-balancer-`;

type ReleaseStatus = 'not-yet' | 'removed' | 'read';

/** Which annotations and labels of an object are used, and whether they are read. */
export class AnnotationReader {
  readonly #release: Release | undefined;
  readonly #exact = new Map<string, FeatureKnowledge>();
  readonly #prefixes: FeatureKnowledge[] = [];
  readonly #names: string[];
  /** Many objects use the same. */
  readonly #statuses = new Map<FeatureKnowledge, ReleaseStatus>();
  readonly #nearest = new Map<string, string | undefined>();

  constructor(options: {
    features: readonly FeatureKnowledge[];
    release: Release | undefined;
  }) {
    this.#release = options.release;
    for (const feature of options.features) {
      if (feature.prefix === undefined) {
        this.#exact.set(feature.name, feature);
      } else {
        this.#prefixes.push(feature);
      }
    }
    this.#names = [...this.#exact.values()]
      .filter(
        ({ writtenByController, neverRead }) =>
          !writtenByController && !neverRead,
      )
      .map(({ name }) => name);
  }

  read(object: ObjectInUse): FeatureInUse[] {
    const { annotations = {}, labels = {} } = object.metadata;
    const found: FeatureInUse[] = [];
    const add = (name: string, kind: 'annotation' | 'label') => {
      const feature = this.#one(object, name, kind);
      if (feature) {
        found.push(feature);
      }
    };
    Object.keys(annotations).forEach(name => add(name, 'annotation'));
    Object.keys(labels).forEach(name => add(name, 'label'));
    return found;
  }

  #one(
    object: ObjectInUse,
    name: string,
    kind: 'annotation' | 'label',
  ): FeatureInUse | undefined {
    const known =
      this.#exact.get(name) ??
      this.#prefixes.find(({ prefix = '' }) => name.startsWith(prefix));
    if (known?.writtenByController) {
      return undefined;
    }
    if (!known || known.kind !== kind) {
      // Labels of stacks are the controller's own.
      return kind === 'annotation' && isOurs(object, name)
        ? this.#unrecognised({ name, kind, object: refOf(object) })
        : undefined;
    }
    return {
      name,
      kind,
      object: refOf(object),
      ...this.#judge(object, known),
    };
  }

  #unrecognised(
    use: Pick<FeatureInUse, 'name' | 'kind' | 'object'>,
  ): FeatureInUse {
    const nearest = this.#nearestOf(use.name);
    return {
      ...use,
      status: this.#release ? 'unrecognised' : 'unknown',
      ...(nearest !== undefined && { nearest }),
    };
  }

  #nearestOf(name: string): string | undefined {
    if (!this.#nearest.has(name)) {
      const slash = name.indexOf('/') + 1;
      const word = name.slice(slash);
      // Within the same prefix: that is what makes a typo one.
      const same = this.#names.filter(each =>
        each.startsWith(name.slice(0, slash)),
      );
      const found = nearestName(
        word,
        same.map(each => each.slice(slash)),
      );
      this.#nearest.set(name, found && name.slice(0, slash) + found);
    }
    return this.#nearest.get(name);
  }

  #judge(
    object: ObjectInUse,
    feature: FeatureKnowledge,
  ): Omit<FeatureInUse, 'name' | 'kind' | 'object'> {
    const { introducedIn, lastIn, replacement, appliesTo, deprecated } =
      feature;
    const facts = {
      introducedIn,
      ...(lastIn !== undefined && { lastIn }),
      ...(replacement !== undefined && { replacement }),
      ...(deprecated && { note: message('compatibility.feature-deprecated') }),
    };
    if (
      (appliesTo.length > 0 && !appliesTo.includes(object.kind)) ||
      isForAnotherUse(object, feature)
    ) {
      return {
        ...facts,
        status: 'ignored',
        note: message('compatibility.feature-ignored-on', {
          kind: object.kind,
          kinds: appliesTo,
        }),
      };
    }
    if (!this.#release) {
      return { ...facts, status: 'unknown' };
    }
    if (feature.neverRead) {
      return { ...facts, status: 'unrecognised', ...nearestTo(replacement) };
    }
    return { ...facts, status: this.#statusIn(this.#release, feature) };
  }

  #statusIn({ version }: Release, feature: FeatureKnowledge): ReleaseStatus {
    let status = this.#statuses.get(feature);
    if (!status) {
      status = statusIn(version, feature);
      this.#statuses.set(feature, status);
    }
    return status;
  }
}

function statusIn(
  version: string,
  { introducedIn, lastIn }: FeatureKnowledge,
): ReleaseStatus {
  if (compareReleases(version, introducedIn) < 0) {
    return 'not-yet';
  }
  return lastIn !== undefined && compareReleases(version, lastIn) > 0
    ? 'removed'
    : 'read';
}

function nearestTo(replacement: string | undefined) {
  return replacement === undefined ? {} : { nearest: replacement };
}

/** A Service without a load balancer of its own needs none of these. */
function isForAnotherUse(
  { kind, isLoadBalancer }: ObjectInUse,
  { name }: FeatureKnowledge,
): boolean {
  return (
    kind === 'Service' &&
    isLoadBalancer === false &&
    name.startsWith(SERVICE_PREFIX)
  );
}

function isOurs({ kind, isLoadBalancer }: ObjectInUse, name: string): boolean {
  return (
    OURS.test(name) ||
    (kind === 'Service' &&
      isLoadBalancer === true &&
      name.startsWith(SERVICE_OURS))
  );
}

function refOf({ kind, metadata }: ObjectInUse): FeatureInUse['object'] {
  const { namespace, name } = metadata;
  return { kind, ...(namespace !== '' && { namespace }), name };
}
