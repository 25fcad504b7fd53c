import { Changes, ChangeOptions } from './Changes';
import { passes, versionOf } from './expectedOfRelease';
import { takeOverOf } from './takeOver';
import { setText } from './texts';
import type {
  BaselineCluster,
  BaselineCrd,
  BaselineWebhook,
  ChangeCause,
  VerificationChange,
  VerificationContext,
} from './types';

/** What the comparison of the cluster's side shares. */
interface ClusterPair {
  changes: Changes;
  /** Another version of the controller than before. */
  upgraded: boolean;
  context: VerificationContext;
}

/**
 * Compares what the cluster itself has: the controller, its CRDs by their
 * fields, its webhooks, its classes.
 * @public
 */
export function compareCluster(
  context: VerificationContext,
): VerificationChange[] {
  const { before, after } = context;
  if (!after) {
    return [];
  }
  const takenOver = takeOverOf(context).state === 'happened';
  const upgraded =
    versionOf(before.controllers) !== versionOf(after.controllers);
  const cause: ChangeCause = upgraded || takenOver ? 'upgrade' : 'somebody';
  const changes = Changes.create({
    causeOf: () => cause,
    expects: () => false,
    notByOwner: cause,
  });
  const pair = { changes, upgraded, context };
  compareControllers(pair, before, after);
  if (before.crds && after.crds) {
    for (const [name, crd] of Object.entries(before.crds)) {
      compareCrd(pair, { name, was: crd, is: after.crds[name] });
    }
    addNew(pair, 'crd', Object.keys(before.crds), Object.keys(after.crds));
  }
  if (before.webhooks && after.webhooks) {
    for (const [name, hook] of Object.entries(before.webhooks)) {
      compareWebhook(pair, { name, was: hook, is: after.webhooks[name] });
    }
    addNew(
      pair,
      'webhook',
      Object.keys(before.webhooks),
      Object.keys(after.webhooks),
    );
  }
  compareClasses(pair, before.classes, after.classes);
  return changes.list;
}

function compareControllers(
  { changes, context }: ClusterPair,
  before: BaselineCluster,
  after: BaselineCluster,
): void {
  const key = (each: { namespace: string; name: string }) =>
    `${each.namespace}/${each.name}`;
  const now = new Map(after.controllers.map(each => [key(each), each]));
  for (const was of before.controllers) {
    const path = `controllers.${key(was)}`;
    const is = now.get(key(was));
    now.delete(key(was));
    const common = { params: { name: key(was) }, cause: 'upgrade' as const };
    if (!is) {
      changes.add({
        kind: 'removed',
        path,
        code: 'verification.cluster.controller-gone',
        ...common,
        before: was.image,
        after: null,
      });
    } else if (was.version !== is.version || !was.version) {
      if (was.image !== is.image) {
        changes.add({
          path: `${path}.version`,
          code: 'verification.cluster.version',
          ...common,
          before: was.version ?? was.image,
          after: is.version ?? is.image,
          expected: true,
        });
      }
    } else {
      changes.check({
        path: `${path}.image`,
        code: 'verification.cluster.image',
        ...common,
        before: was.image,
        after: is.image,
        expected: true,
        reportedOnly: true,
      });
    }
  }
  for (const [name, is] of now) {
    changes.add({
      kind: 'added',
      path: `controllers.${name}`,
      code: 'verification.cluster.controller-new',
      params: { name },
      before: null,
      after: is.version ?? is.image ?? name,
      // A Deployment of another name in place of the one that is gone.
      expected: context.before.controllers.length === 0,
    });
  }
}

function addNew(
  { changes }: ClusterPair,
  what: 'crd' | 'webhook',
  before: readonly string[],
  after: readonly string[],
): void {
  for (const name of after.filter(each => !before.includes(each))) {
    changes.add({
      kind: 'added',
      path: `${what}s.${name}`,
      code: `verification.cluster.${what}-added`,
      params: { name },
      before: null,
      after: name,
      expected: true,
    });
  }
}

/** CRDs that grow are what an upgrade does; fields that go are not. */
function compareCrd(
  { changes }: ClusterPair,
  options: { name: string; was: BaselineCrd; is?: BaselineCrd },
): void {
  const { name, was, is } = options;
  const path = `crds.${name}`;
  if (!is) {
    changes.add({
      kind: 'removed',
      path,
      code: 'verification.cluster.crd-removed',
      params: { name },
      before: name,
      after: null,
    });
    return;
  }
  const served = ({ versions }: BaselineCrd) =>
    Object.keys(versions).filter(version => versions[version].served);
  const storage = ({ versions }: BaselineCrd) =>
    Object.keys(versions).find(version => versions[version].storage);
  const gone = served(was).filter(version => !served(is).includes(version));
  const facts: Array<
    Pick<ChangeOptions, 'before' | 'after' | 'expected'> & {
      what: string;
    }
  > = [
    {
      what: 'served versions',
      before: setText(served(was)),
      after: setText(served(is)),
      expected: gone.length === 0,
    },
    {
      what: 'storage version',
      before: storage(was),
      after: storage(is),
      expected: true,
    },
    {
      what: 'stored versions',
      before: setText(was.storedVersions),
      after: setText(is.storedVersions),
      expected: true,
    },
  ];
  for (const { what, ...fact } of facts) {
    changes.check({
      path: `${path}.${what}`,
      code: 'verification.cluster.crd-setting',
      params: { name, what },
      ...fact,
    });
  }
  for (const [version, { fields }] of Object.entries(was.versions)) {
    const now = is.versions[version]?.fields;
    if (!fields || !now) {
      continue;
    }
    const [then, later] = [new Set(fields), new Set(now)];
    const added = now.filter(field => !then.has(field));
    const removed = fields.filter(field => !later.has(field));
    if (added.length > 0) {
      changes.add({
        kind: 'added',
        path: `${path}.${version}.fields`,
        code: 'verification.cluster.crd-fields-added',
        params: { name, version, fields: shortest(added) },
        before: null,
        after: setText(shortest(added)),
        expected: true,
      });
    }
    if (removed.length > 0) {
      changes.add({
        kind: 'removed',
        path: `${path}.${version}.fields`,
        code: 'verification.cluster.crd-fields-removed',
        params: { name, version, fields: shortest(removed) },
        before: setText(shortest(removed)),
        after: null,
      });
    }
  }
}

/** Fields without those that are below another one of them. */
function shortest(fields: readonly string[]): string[] {
  const all = new Set(fields);
  return fields.filter(field => {
    // `a.b[]` stands for the items of `a.b`.
    const parts = field.replace(/\[\]/g, '.[]').split('.');
    return !parts.some(
      (_, index) =>
        index > 0 &&
        all.has(
          parts
            .slice(0, index)
            .join('.')
            .replace(/\.\[\]/g, '[]'),
        ),
    );
  });
}

function compareWebhook(
  { changes, upgraded, context }: ClusterPair,
  options: { name: string; was: BaselineWebhook; is?: BaselineWebhook },
): void {
  const { name, was, is } = options;
  const path = `webhooks.${name}`;
  if (!is) {
    changes.add({
      kind: 'removed',
      path,
      code: 'verification.cluster.webhook-removed',
      params: { name },
      before: name,
      after: null,
      expected: upgraded,
    });
    return;
  }
  changes.check({
    path: `${path}.failurePolicy`,
    code: 'verification.cluster.webhook-setting',
    params: { name, what: 'failure policy' },
    before: was.failurePolicy,
    after: is.failurePolicy,
    // 2.12.0 turns the webhook of Pods from Fail to Ignore.
    expected:
      name.startsWith('mpod.') &&
      is.failurePolicy === 'Ignore' &&
      passes(context, [2, 12, 0]),
  });
  changes.check({
    path: `${path}.admissionReviewVersions`,
    code: 'verification.cluster.webhook-setting',
    params: { name, what: 'admission review versions' },
    before: setText(was.admissionReviewVersions),
    after: setText(is.admissionReviewVersions),
    expected: upgraded,
  });
  changes.check({
    path: `${path}.rules`,
    code: 'verification.cluster.webhook-setting',
    params: { name, what: 'rules' },
    before: setText(was.rules),
    after: setText(is.rules),
    expected: upgraded,
  });
  changes.check({
    path: `${path}.caBundle`,
    code: 'verification.cluster.webhook-ca',
    params: { name },
    before: was.caBundleHash,
    after: is.caBundleHash ?? '',
    expected: true,
    reportedOnly: true,
  });
}

function compareClasses(
  { changes }: ClusterPair,
  before: BaselineCluster['classes'],
  after: BaselineCluster['classes'],
): void {
  if (!before || !after) {
    return;
  }
  for (const [name, was] of Object.entries(before)) {
    const is = Object.hasOwn(after, name) ? after[name] : undefined;
    const path = `classes.${name}`;
    const params = { name };
    if (!is) {
      changes.add({
        kind: 'removed',
        path,
        code: 'verification.cluster.class-removed',
        params,
        before: name,
        after: null,
      });
    } else if (was.specHash !== is.specHash) {
      changes.add({
        path,
        code: 'verification.cluster.class-changed',
        params,
        before: was.specHash,
        after: is.specHash,
        cause: 'somebody',
      });
    }
  }
}
