import { ServiceObject } from '../../../inventory/objects';
import { BuildContext } from '../context';
import { parseMap } from '../parts/annotations';
import { keyValues, merged, setOwn } from '../parts/read';
import { refuse } from '../parts/refused';
import { checkExternalTags, withDefaultTags } from '../parts/tags';
import { INGRESS_PREFIX, Member, keyOf } from './members';

function classTags(context: BuildContext, { params }: Member) {
  const tags = keyValues(params?.tags);
  checkExternalTags(tags, context.settings);
  return tags;
}

function memberTags(context: BuildContext, member: Member) {
  const tags = member.annotations.map('tags');
  checkExternalTags(tags, context.settings);
  return merged(classTags(context, member), tags);
}

/** Tags of what belongs to one member (`buildListenerRuleTags`). */
export function tagsOfMember(context: BuildContext, member: Member) {
  return withDefaultTags(memberTags(context, member), context.settings);
}

/** Tags of what belongs to several: they must not contradict each other. */
export function tagsOfGroup(context: BuildContext, members: readonly Member[]) {
  const tags: Record<string, string> = {};
  for (const member of members) {
    for (const [key, value] of Object.entries(memberTags(context, member))) {
      if (Object.hasOwn(tags, key) && tags[key] !== value) {
        refuse('drift.refused.conflict', {
          field: `tag ${key}`,
          values: [tags[key], value],
        });
      }
      setOwn(tags, key, value);
    }
  }
  return withDefaultTags(tags, context.settings);
}

/** Tags of a target group: the Service's before the Ingress'. */
export function tagsOfBackend(
  context: BuildContext,
  member: Member,
  service: ServiceObject,
) {
  const annotation = service.metadata.annotations?.[`${INGRESS_PREFIX}/tags`];
  const own = annotation === undefined ? {} : parseMap(annotation);
  if (!own) {
    return refuse('drift.refused.not-map', {
      annotation: `${INGRESS_PREFIX}/tags`,
      value: annotation ?? '',
      owner: keyOf(member),
    });
  }
  const tags = merged(own, member.annotations.map('tags'));
  checkExternalTags(tags, context.settings);
  return withDefaultTags(
    merged(classTags(context, member), tags),
    context.settings,
  );
}
