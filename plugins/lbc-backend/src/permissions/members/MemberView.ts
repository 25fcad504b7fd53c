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
import { HiddenNames } from './HiddenNames';
import { Judged, judgeMembers, WholeSubject } from './judgeMembers';
import { visibleChain } from './visibleChain';
import { withoutHidden } from './withoutHidden';

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
      return withoutHidden(detail, HiddenNames.listsOnly(this.#judged.mayTell));
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
