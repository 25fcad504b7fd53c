/**
 * What of a catalog entity matching looks at. A catalog `Entity` is one; the
 * domain does not depend on the catalog's packages.
 * @public
 */
export interface MatchableEntity {
  kind: string;
  metadata: {
    name: string;
    namespace?: string;
    annotations?: Readonly<Record<string, string>>;
  };
  spec?: Readonly<Record<string, unknown>>;
  relations?: ReadonlyArray<{ type: string; targetRef: string }>;
}

/** An entity's reference in its usual form: lower case, whole. @public */
export function entityRefOf(entity: MatchableEntity): string {
  const { name, namespace = 'default' } = entity.metadata;
  return `${entity.kind}:${namespace}/${name}`.toLocaleLowerCase('en-US');
}

const REF =
  /^(?:(?<kind>[^:/\s]+):)?(?:(?<namespace>[^:/\s]+)\/)?(?<name>[^:/\s]+)$/;

/**
 * The whole form of a reference that may leave out kind and namespace;
 * undefined where the text is none or lacks what the defaults do not give.
 */
export function completeEntityRef(
  text: string,
  defaults: { kind?: string; namespace?: string },
): string | undefined {
  const groups = REF.exec(text.trim())?.groups;
  const kind = groups?.kind ?? defaults.kind;
  const namespace = groups?.namespace ?? defaults.namespace ?? 'default';
  return groups && kind
    ? `${kind}:${namespace}/${groups.name}`.toLocaleLowerCase('en-US')
    : undefined;
}

/** An annotation's value without surrounding space; undefined where empty. */
export function annotationOf(
  entity: MatchableEntity,
  name: string,
): string | undefined {
  const { annotations } = entity.metadata;
  if (
    !annotations ||
    !Object.prototype.hasOwnProperty.call(annotations, name)
  ) {
    return undefined;
  }
  // Entities come from people's files: a number or a list may stand here.
  const value: unknown = annotations[name];
  return typeof value === 'string' ? value.trim() || undefined : undefined;
}
