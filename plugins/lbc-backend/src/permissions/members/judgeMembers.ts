import { objectKey, SubjectSummary } from '@lbc-backstage/plugin-lbc-common';
import type {
  ObjectsOfTeam,
  StoredDetail,
  SubjectCriteria,
} from '../../store/types';
import { HiddenNames, HiddenObject } from './HiddenNames';
import { meets } from './judge';
import { Backend, splitBackends } from './splitBackends';
import { splitTargetGroups, TargetGroups } from './splitTargetGroups';

type Owner = SubjectSummary['owners'][number];

/** A subject as it is stored. */
export interface WholeSubject {
  summary: SubjectSummary;
  detail: StoredDetail;
}

/** Where controllers live; messages speak of them. */
const SYSTEM_NAMESPACE = 'kube-system';

/** Messages about a Deployment of the controller. */
const OF_CONTROLLERS: ReadonlySet<string> = new Set([
  'evidence.deployment',
  'controller.scaled-to-zero',
  'controller.no-pod-ready',
]);

/** A subject's parts, by whether the caller may read them. */
export interface Judged {
  owners: { visible: Owner[]; hidden: Owner[] };
  backends: { visible: Backend[]; hidden: Backend[] };
  groups: TargetGroups;
  hosts: { visible: Set<string>; hidden: Set<string> };
  teams: readonly ObjectsOfTeam[];
  names: HiddenNames;
  /** Whether a namespace may be named at all. */
  mayTell: (namespace: string) => boolean;
}

/** Judges each owner of a subject by itself, and what belongs to whom. */
export function judgeMembers(options: {
  whole: WholeSubject;
  criteria: SubjectCriteria;
  teams: readonly ObjectsOfTeam[];
}): Judged {
  const { whole, criteria, teams } = options;
  const { summary, detail } = whole;
  const { cluster, accountId, region } = summary;
  const mayRead = (object: { kind: string } & HiddenObject) => {
    const key = objectKey(object);
    return meets(
      {
        cluster,
        accountId,
        region,
        namespaces: [object.namespace],
        derivedOwners: teams.flatMap(each =>
          each.team !== undefined && each.objects.includes(key)
            ? [each.team]
            : [],
        ),
      },
      criteria,
    );
  };
  const all: readonly Owner[] = detail.allOwners ?? summary.owners;
  // Who may read a subject of one owner may read that owner.
  const several = all.length > 1;
  const visible = several ? all.filter(mayRead) : [...all];
  const owners = {
    visible,
    hidden: all.filter(owner => !visible.includes(owner)),
  };
  const backends = splitBackends({ detail, owners, mayRead });
  const groups = splitTargetGroups({ detail, owners, backends });
  const hosts = {
    visible: backends.visibleHosts,
    hidden: backends.hiddenHosts,
  };
  const hiddenBindings = detail.targetBindings.filter(
    binding => !groups.visibleBindings.includes(binding),
  );
  const hiddenGroups = detail.targetGroups.filter(
    group => !groups.visible.includes(group),
  );
  const told = new Set([
    SYSTEM_NAMESPACE,
    ...controllerNamespaces(whole),
    ...[...owners.visible, ...backends.visible].map(
      ({ namespace }) => namespace,
    ),
  ]);
  const mayTell = (namespace: string) =>
    told.has(namespace) ||
    meets(
      {
        cluster,
        accountId,
        region,
        namespaces: [namespace],
        derivedOwners: [],
      },
      criteria,
    );
  const names = HiddenNames.create({
    objects: [...owners.hidden, ...backends.hidden, ...hiddenBindings],
    texts: [
      ...hosts.hidden,
      ...backends.hidden.flatMap(({ routes }) => routes),
      ...hiddenGroups.flatMap(({ arn, name }) => [arn, name]),
    ],
    visible: [
      ...knownTexts(summary),
      ...hosts.visible,
      ...groups.visible.flatMap(({ arn, name }) => [arn, name]),
    ],
    visibleObjects: [
      ...owners.visible,
      ...backends.visible,
      ...groups.visibleBindings,
    ],
    mayTell,
  });
  return { owners, backends, groups, hosts, teams, names, mayTell };
}

/** Where the cluster's controllers are, by what was seen of them. */
function controllerNamespaces({ summary, detail }: WholeSubject): string[] {
  return [
    summary.because,
    ...detail.evidence.map(({ message }) => message),
  ].flatMap(({ code, params }) =>
    OF_CONTROLLERS.has(code) && typeof params?.namespace === 'string'
      ? [params.namespace]
      : [],
  );
}

/** What names the subject itself, such as the name of its group. */
function knownTexts(summary: SubjectSummary): string[] {
  const { loadBalancer, securityGroup } = summary;
  return [
    summary.cluster,
    summary.clusterTag,
    summary.accountId,
    summary.region,
    summary.vpcId,
    summary.stack,
    loadBalancer?.arn,
    loadBalancer?.name,
    loadBalancer?.dnsName,
    securityGroup?.id,
    securityGroup?.name,
    securityGroup?.arn,
  ].filter(text => text !== undefined);
}
