import type { AwsListener } from '../../inventory/detail';
import type { StackPair } from '../StackPair';
import { actionsText, setText } from '../texts';
import { compareRules } from './rules';
import { compareAttributes, compareTags } from './tags';

function certificates({ certificateArn, extraCertificateArns }: AwsListener) {
  return extraCertificateArns === undefined
    ? undefined
    : setText([
        ...(certificateArn ? [certificateArn] : []),
        ...extraCertificateArns,
      ]);
}

function compareSettings(
  pair: StackPair,
  path: string,
  was: AwsListener,
  is: AwsListener,
): void {
  const { changes } = pair;
  const mutual = ({ mutualAuthentication: tls }: AwsListener) =>
    tls && `${tls.mode ?? ''} ${tls.trustStoreArn ?? ''}`;
  const facts: Array<[string, string | undefined, string | undefined]> = [
    ['protocol', was.protocol, is.protocol],
    ['TLS policy', was.sslPolicy, is.sslPolicy],
    ['ALPN policy', was.alpnPolicy?.join(', '), is.alpnPolicy?.join(', ')],
    ['default certificate', was.certificateArn, is.certificateArn],
    ['mutual authentication', mutual(was), mutual(is)],
    [
      'default action',
      actionsText(was.defaultActions, pair.keyBefore),
      actionsText(is.defaultActions, pair.keyAfter),
    ],
  ];
  const [all, now] = [certificates(was), certificates(is)];
  if (all !== undefined && now !== undefined) {
    facts.push(['certificates', all, now]);
  } else if (was.certificateArn !== undefined) {
    changes.unread('verification.unread.certificates');
  }
  for (const [setting, before, after] of facts) {
    changes.check({
      path: `${path}.${setting}`,
      code: 'verification.found.setting',
      params: { setting, ofPlace: path },
      before,
      after,
    });
  }
}

/** Listeners, each by its port: another ARN is a recreated one. */
export function compareListeners(pair: StackPair): void {
  const { changes, before, after, foreign } = pair;
  const was = before.detail.listeners;
  const is = after.detail.listeners;
  if (!was || !is) {
    changes.unread('verification.unread.listeners');
    return;
  }
  const left = new Map(is.map(listener => [listener.port, listener]));
  for (const listener of was) {
    const { port, protocol, arn } = listener;
    const path = `listeners.${port}`;
    const live = left.get(port);
    left.delete(port);
    if (!live) {
      changes.add({
        kind: 'removed',
        path,
        code: 'verification.found.listener-removed',
        params: { port },
        before: `${protocol} ${port}`,
        after: null,
      });
      continue;
    }
    // With another load balancer, all its listeners are others.
    if (arn !== live.arn && !pair.replaced) {
      changes.add({
        kind: 'replaced',
        path,
        code: 'verification.found.listener-replaced',
        params: { port },
        before: arn,
        after: live.arn,
      });
    }
    compareSettings(pair, path, listener, live);
    compareAttributes({
      changes,
      path,
      before: listener.attributes ?? {},
      after: live.attributes ?? listener.attributes ?? {},
    });
    if (before.detail.tags?.[arn] && after.detail.tags?.[live.arn]) {
      compareTags({
        changes,
        path,
        before: before.detail.tags[arn],
        after: after.detail.tags[live.arn],
        foreign,
      });
    }
    compareRules(pair, { was: listener, is: live });
  }
  for (const { port, protocol } of left.values()) {
    changes.add({
      kind: 'added',
      path: `listeners.${port}`,
      code: 'verification.found.listener-added',
      params: { port },
      before: null,
      after: `${protocol} ${port}`,
    });
  }
}
