import { Fact, isNotModelled } from '../../facts';
import { BuildContext } from '../context';
import { refuse } from '../parts/refused';
import { leavesOf } from '../../facts';
import { ListenPort } from './listenPorts';

type Ask<T> = { owner: string; value: T };

/** All that was asked for must be the same. */
function same<T>(asks: ReadonlyArray<Ask<T>>, what: string): T | undefined {
  const text = (value: T) =>
    JSON.stringify([...leavesOf({ value })].map(entry => entry));
  const first = asks[0];
  const other = asks.find(ask => text(ask.value) !== text(first.value));
  if (other) {
    refuse('drift.refused.group-conflict', {
      what,
      owners: [first.owner, other.owner],
    });
  }
  return first?.value;
}

/** The first certificate of the first member is the default one. */
function mergeCertificates(
  asks: ReadonlyArray<NonNullable<ListenPort['certificates']>>,
): Fact<Array<Fact<string>>> {
  const unknown = asks.find(isNotModelled);
  if (unknown) {
    return unknown;
  }
  const [first, ...rest] = asks.flatMap(ask => (isNotModelled(ask) ? [] : ask));
  // Others with the default one's ARN stand a second time, as they do there.
  const distinct = rest.filter(
    (each, index) =>
      isNotModelled(each) || rest.findIndex(one => one === each) === index,
  );
  return first === undefined ? [] : [first, ...distinct];
}

/** `mergeListenPortConfigs`: what a port is, from all members that ask for it. */
export function mergeListenPort(
  context: BuildContext,
  port: number,
  asks: ReadonlyArray<Ask<ListenPort>>,
): ListenPort {
  const of = <T>(pick: (value: ListenPort) => T | undefined) =>
    asks.flatMap(({ owner, value }): Array<Ask<T>> => {
      const picked = pick(value);
      return picked === undefined ? [] : [{ owner, value: picked }];
    });
  const protocol =
    same(
      of(({ protocol: each }) => each),
      `protocol of port ${port}`,
    ) ?? 'HTTP';
  const cidrs =
    same(
      of(({ cidrs: each }) =>
        each.length > 0 ? [...new Set(each)].sort() : undefined,
      ),
      `inbound-cidrs of port ${port}`,
    ) ?? [];
  const prefixLists =
    same(
      of(({ prefixLists: each }) =>
        each.length > 0 ? [...new Set(each)].sort() : undefined,
      ),
      `security-group-prefix-lists of port ${port}`,
    ) ?? [];
  const sslPolicy = same(
    of(({ sslPolicy: each }) => each),
    `ssl-policy of port ${port}`,
  );
  const mutualAuthentication = same(
    of(({ mutualAuthentication: each }) => each),
    `mutual-authentication of port ${port}`,
  );
  const open = cidrs.length === 0 && prefixLists.length === 0;
  return {
    protocol,
    cidrs: open ? ['0.0.0.0/0', '::/0'] : cidrs,
    prefixLists,
    ...(protocol === 'HTTPS' && {
      sslPolicy: sslPolicy ?? context.settings.defaultSslPolicy,
      certificates: mergeCertificates(
        asks.flatMap(({ value }) =>
          value.certificates === undefined ? [] : [value.certificates],
        ),
      ),
      mutualAuthentication,
    }),
  };
}
