import { AwsListener, StackDetail } from '../../inventory/detail';
import { isNotModelled } from '../facts';
import { ExpectedListener, ExpectedModel } from '../expected/types';
import { actionTexts } from './actions';
import { Comparison } from './Comparison';
import { StackLookup } from './groups';
import { compareRules } from './rules';
import { compareAttributes, compareTags } from './tags';

interface ListenerOptions {
  comparison: Comparison;
  model: ExpectedModel;
  lookup: StackLookup;
  detail: StackDetail;
}

function compareCertificates(
  comparison: Comparison,
  path: string,
  { certificates }: ExpectedListener,
  live: AwsListener,
): void {
  if (certificates === undefined) {
    return;
  }
  const unknown = isNotModelled(certificates)
    ? certificates
    : certificates.find(isNotModelled);
  if (unknown || isNotModelled(certificates)) {
    comparison.notModelled(unknown?.notModelled ?? 'certificate-discovery');
    return;
  }
  const [first, ...rest] = certificates.map(String);
  const params = { port: live.port };
  comparison.check({
    path: `${path}.certificates.default`,
    code: 'drift.found.certificate',
    params,
    expected: first,
    live: live.certificateArn,
  });
  if (!live.extraCertificateArns) {
    comparison.unread('drift.unread.certificates', params);
    return;
  }
  comparison.check({
    path: `${path}.certificates.others`,
    code: 'drift.found.certificates',
    params,
    expected: [...new Set(rest)]
      .filter(arn => arn !== first)
      .sort()
      .join(', '),
    live: [...live.extraCertificateArns].sort().join(', '),
  });
}

function compareMutualAuthentication(
  comparison: Comparison,
  path: string,
  { mutualAuthentication: wanted }: ExpectedListener,
  live: AwsListener,
): void {
  // What is not asked for is left as it is.
  if (!wanted) {
    return;
  }
  const params = { port: live.port };
  const mutual = live.mutualAuthentication;
  if (!mutual) {
    comparison.unread('drift.unread.mutual-authentication', params);
    return;
  }
  comparison.check({
    path: `${path}.mutualAuthentication.mode`,
    code: 'drift.found.mutual-authentication',
    params,
    expected: wanted.mode,
    live: mutual.mode ?? 'off',
  });
  if (wanted.mode === 'verify') {
    comparison.check({
      path: `${path}.mutualAuthentication.trustStoreArn`,
      code: 'drift.found.mutual-authentication',
      params,
      expected: wanted.trustStoreArn,
      live: mutual.trustStoreArn,
    });
  }
}

function compareListener(
  options: ListenerOptions,
  id: string,
  expected: ExpectedListener,
  live: AwsListener,
): void {
  const { comparison, model, lookup, detail } = options;
  const path = `listeners.${id}`;
  const params = { port: live.port };
  comparison.check({
    path: `${path}.protocol`,
    code: 'drift.found.listener-protocol',
    params,
    expected: expected.protocol,
    live: live.protocol,
  });
  if (expected.sslPolicy !== undefined) {
    comparison.check({
      path: `${path}.sslPolicy`,
      code: 'drift.found.ssl-policy',
      params,
      expected: expected.sslPolicy,
      live: live.sslPolicy,
    });
  }
  if (expected.alpnPolicy) {
    comparison.check({
      path: `${path}.alpnPolicy`,
      code: 'drift.found.alpn-policy',
      params,
      expected: expected.alpnPolicy.join(', '),
      live: live.alpnPolicy?.join(', ') || 'None',
    });
  }
  compareCertificates(comparison, path, expected, live);
  compareMutualAuthentication(comparison, path, expected, live);
  const actions = actionTexts(
    expected.defaultActions,
    live.defaultActions,
    lookup,
  );
  comparison.check({
    path: `${path}.defaultActions`,
    code: 'drift.found.default-action',
    params,
    expected: actions.expected.unknown[0] ?? actions.expected.text,
    live: actions.live,
  });
  compareAttributes({
    comparison,
    path,
    expected: expected.attributes,
    live: live.attributes,
  });
  if (model.tagsListeners) {
    compareTags({
      comparison,
      model,
      path,
      resourceId: id,
      tags: expected.tags,
      live: detail.tags?.[live.arn],
    });
  }
  compareRules({
    comparison,
    model,
    lookup,
    listenerId: id,
    listener: live,
    tags: detail.tags,
  });
}

/** Listeners of one load balancer of the stack, with their rules. */
export function compareListeners(
  options: ListenerOptions & { resourceId: string },
): void {
  const { comparison, model, detail, resourceId } = options;
  const expected = Object.entries(model.listeners).filter(
    ([, { loadBalancer }]) => loadBalancer.id === resourceId,
  );
  if (!detail.listeners) {
    comparison.unread('drift.unread.listeners');
    return;
  }
  const byPort = new Map(detail.listeners.map(each => [each.port, each]));
  for (const [id, listener] of expected) {
    const { port, protocol } = listener;
    const live = byPort.get(port);
    byPort.delete(port);
    if (live) {
      compareListener(options, id, listener, live);
    } else {
      comparison.differs({
        path: `listeners.${id}`,
        code: 'drift.found.listener-missing',
        params: { port },
        expected: `${protocol} ${port}`,
        live: null,
      });
    }
  }
  for (const [port, { protocol }] of byPort) {
    comparison.differs({
      path: `listeners.${port}`,
      code: 'drift.found.listener-extra',
      params: { port },
      expected: null,
      live: `${protocol} ${port}`,
    });
  }
}
