import {
  DescribeListenerAttributesCommand,
  paginateDescribeListenerCertificates,
  paginateDescribeListeners,
  paginateDescribeRules,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { AwsListener } from '@lbc-backstage/plugin-lbc-common';
import { DetailReader } from './DetailReader';
import {
  attributeSchema,
  certificateSchema,
  listenerSchema,
  ruleSchema,
} from './schemas';

/** Protocols whose listeners have rules beside the default one. */
const WITH_RULES = new Set(['HTTP', 'HTTPS']);
const WITH_CERTIFICATES = new Set(['HTTPS', 'TLS']);

/** The listeners of a load balancer, without what takes a call of its own. */
export async function readListeners(
  reader: DetailReader,
  loadBalancerArn: string,
): Promise<AwsListener[] | undefined> {
  const { clients, sendOptions } = reader.caller;
  return reader.list({
    operation: 'DescribeListeners',
    pages: () =>
      paginateDescribeListeners(
        { client: clients.elbv2 },
        { LoadBalancerArn: loadBalancerArn },
        sendOptions,
      ),
    tokenOf: page => page.NextMarker,
    listOf: page => page.Listeners,
    schema: listenerSchema,
  });
}

/** How many calls {@link readListener} takes, where no list has a second page. */
export function callsOfListener({ protocol }: AwsListener): number {
  return (
    1 +
    Number(WITH_RULES.has(protocol)) +
    Number(WITH_CERTIFICATES.has(protocol))
  );
}

/** A listener with its rules, further certificates and attributes. */
export async function readListener(
  reader: DetailReader,
  listener: AwsListener,
): Promise<AwsListener> {
  const { protocol } = listener;
  const rules = WITH_RULES.has(protocol)
    ? await readRules(reader, listener.arn)
    : [];
  const extraCertificateArns = WITH_CERTIFICATES.has(protocol)
    ? await readCertificates(reader, listener)
    : [];
  const attributes = await readAttributes(reader, listener.arn);
  return {
    ...listener,
    ...(rules && { rules }),
    ...(extraCertificateArns && { extraCertificateArns }),
    ...(attributes && { attributes }),
  };
}

async function readRules(
  reader: DetailReader,
  listenerArn: string,
): Promise<AwsListener['rules']> {
  const { clients, sendOptions } = reader.caller;
  const rules = await reader.list({
    operation: 'DescribeRules',
    pages: () =>
      paginateDescribeRules(
        { client: clients.elbv2 },
        { ListenerArn: listenerArn },
        sendOptions,
      ),
    tokenOf: page => page.NextMarker,
    listOf: page => page.Rules,
    schema: ruleSchema,
  });
  return rules
    ?.flatMap(({ isDefault, rule }) => (isDefault ? [] : [rule]))
    .sort((a, b) => a.priority - b.priority);
}

async function readCertificates(
  reader: DetailReader,
  { arn, certificateArn }: AwsListener,
): Promise<string[] | undefined> {
  const { clients, sendOptions } = reader.caller;
  const certificates = await reader.list({
    operation: 'DescribeListenerCertificates',
    pages: () =>
      paginateDescribeListenerCertificates(
        { client: clients.elbv2 },
        { ListenerArn: arn },
        sendOptions,
      ),
    tokenOf: page => page.NextMarker,
    listOf: page => page.Certificates,
    schema: certificateSchema,
  });
  return certificates?.flatMap(({ CertificateArn, IsDefault }) =>
    IsDefault || CertificateArn === certificateArn ? [] : [CertificateArn],
  );
}

async function readAttributes(
  reader: DetailReader,
  listenerArn: string,
): Promise<Record<string, string> | undefined> {
  const { clients, sendOptions } = reader.caller;
  const attributes = await reader.answer({
    operation: 'DescribeListenerAttributes',
    send: () =>
      clients.elbv2.send(
        new DescribeListenerAttributesCommand({ ListenerArn: listenerArn }),
        sendOptions,
      ),
    listOf: answer => answer.Attributes,
    schema: attributeSchema,
  });
  return attributes && Object.fromEntries(attributes);
}
