import {
  ApiStackDetail,
  message,
  objectKey,
  SubjectSummary,
  TimelineEvent,
  TimelineItem,
} from '@lbc-backstage/plugin-lbc-common';
import type {
  ObjectsOfTeam,
  StoredDetail,
  SubjectCriteria,
} from '../../store/types';
import { HiddenNames, HiddenObject } from './HiddenNames';
import { meets } from './judge';
import { Backend, splitBackends } from './splitBackends';
import { splitTargetGroups, TargetGroups } from './splitTargetGroups';
import { visibleChain } from './visibleChain';
import { withoutHidden } from './withoutHidden';

type Owner = SubjectSummary['owners'][number];

/** A subject as it is stored. */
export interface WholeSubject {
  summary: SubjectSummary;
  detail: StoredDetail;
}

/** As many as a summary has. */
const MAX_OWNERS = 10;

/** What of a subject everybody knows who may read one of its members. */
const KNOWN: ReadonlySet<string> = new Set([
  'id',
  'subjectId',
  'cluster',
  'clusterTag',
  'accountId',
  'region',
  'vpcId',
  'generation',
  'family',
  'stack',
  'loadBalancer',
  'securityGroup',
  'hiddenOwners',
  'controllers',
  'coverage',
]);

/** Where controllers live; messages speak of them. */
const SYSTEM_NAMESPACE = 'kube-system';

interface Judged {
  owners: { visible: Owner[]; hidden: Owner[] };
  backends: { visible: Backend[]; hidden: Backend[] };
  groups: TargetGroups;
  hosts: { visible: Set<string>; hidden: Set<string> };
  teams: readonly ObjectsOfTeam[];
  names: HiddenNames;
}

/**
 * A subject of several owners as one may see it who may not read all of them:
 * each owner is judged by itself, with the subject's cluster, account and
 * Region, its own namespace, and the teams whose entities have this very owner.
 * That an entity sees the subject by a tag alone lets through no owner.
 */
export class MemberView {
  readonly #whole: WholeSubject;
  readonly #judged: Judged;

  static create(options: {
    whole: WholeSubject;
    criteria: SubjectCriteria;
    teams: readonly ObjectsOfTeam[];
  }): MemberView {
    return new MemberView(options.whole, judgeMembers(options));
  }

  private constructor(whole: WholeSubject, judged: Judged) {
    this.#whole = whole;
    this.#judged = judged;
  }

  /** Whether there is something that the caller may not read. */
  get hides(): boolean {
    return this.#judged.owners.hidden.length > 0;
  }

  /** Namespaces in which the caller may read an owner. */
  get namespaces(): Set<string> {
    return new Set(
      this.#judged.owners.visible.map(({ namespace }) => namespace),
    );
  }

  /** Takes out of any answer about the subject what the caller may not read. */
  redact<T extends object>(answer: T): T {
    return withoutHidden(answer, this.#judged.names, KNOWN);
  }

  /** The subject in a list. */
  summary(): SubjectSummary {
    const { summary } = this.#whole;
    if (!this.hides) {
      return summary;
    }
    const { owners, backends } = this.#judged;
    return this.redact({
      ...summary,
      owners: owners.visible.slice(0, MAX_OWNERS),
      ownerCount: owners.visible.length,
      hiddenOwners: this.#hiddenOwners(),
      routeCount: backends.visible.reduce(
        (sum, { routes }) => sum + routes.length,
        0,
      ),
    });
  }

  /** The subject's page. */
  detail(): StoredDetail {
    const { detail } = this.#whole;
    if (!this.hides) {
      return detail;
    }
    const { owners, backends, groups } = this.#judged;
    const { members, removal, ...rest } = detail;
    return this.redact({
      ...rest,
      allOwners: owners.visible,
      backends: backends.visible,
      targetGroups: groups.visible,
      targetBindings: groups.visibleBindings,
      ...(detail.detail && { detail: this.#stack(detail.detail) }),
    });
  }

  /** An item of the timeline, or nothing. */
  timelineItem(item: TimelineItem): TimelineItem[] {
    switch (item.type) {
      case 'transition':
        return [{ ...item, transition: this.redact(item.transition) }];
      case 'event': {
        const { object, text, ...event } = item.event;
        if (!this.#mayReadObject(object)) {
          return [];
        }
        const telling = text !== undefined && this.#judged.names.isIn([text]);
        return [
          {
            ...item,
            event: {
              ...event,
              object,
              ...(telling && { hidden: message('subject.member-hidden') }),
              ...(!telling && text !== undefined && { text }),
            },
          },
        ];
      }
      default:
        return [item];
    }
  }

  #mayReadObject(object: TimelineEvent['object']): boolean {
    const { owners, groups } = this.#judged;
    const key = objectKey(object);
    return (
      owners.visible.some(owner => objectKey(owner) === key) ||
      (object.kind === 'TargetGroupBinding' &&
        groups.visibleBindings.some(
          ({ namespace, name }) =>
            namespace === object.namespace && name === object.name,
        ))
    );
  }

  #stack(stack: ApiStackDetail): ApiStackDetail {
    const { groups, hosts } = this.#judged;
    return {
      ...stack,
      chain: visibleChain(stack.chain, {
        targetGroups: new Set(groups.visible.map(({ arn }) => arn)),
        hosts: hosts.visible,
      }),
    };
  }

  #hiddenOwners(): NonNullable<SubjectSummary['hiddenOwners']> {
    const { owners, teams } = this.#judged;
    const counts = new Map<string | undefined, number>();
    for (const owner of owners.hidden) {
      const key = objectKey(owner);
      const [team] = teams
        .flatMap(each =>
          each.team !== undefined && each.objects.includes(key)
            ? [each.team]
            : [],
        )
        .sort();
      counts.set(team, (counts.get(team) ?? 0) + 1);
    }
    return {
      count: owners.hidden.length,
      teams: [...counts]
        .map(([team, count]) => ({
          ...(team !== undefined && { team }),
          count,
        }))
        .sort((a, b) => b.count - a.count),
    };
  }
}

function judgeMembers(options: {
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
  const names =
    owners.hidden.length === 0
      ? HiddenNames.create({
          objects: [],
          texts: [],
          visible: [],
          visibleObjects: [],
          namespaces: new Set([
            SYSTEM_NAMESPACE,
            ...all.map(({ namespace }) => namespace),
          ]),
        })
      : HiddenNames.create({
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
          namespaces: new Set([
            SYSTEM_NAMESPACE,
            ...[...owners.visible, ...backends.visible].map(
              ({ namespace }) => namespace,
            ),
          ]),
        });
  return { owners, backends, groups, hosts, teams, names };
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
