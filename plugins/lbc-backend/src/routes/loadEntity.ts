import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError, NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Request } from 'express';

const PART = /^[^\s/:]{1,253}$/;

/** The entity that a path names, if the catalog shows it to the caller. */
export async function loadEntity(
  req: Request,
  options: { catalog: CatalogService; credentials: BackstageCredentials },
): Promise<Entity> {
  const { kind, namespace, name } = req.params;
  for (const [part, text] of Object.entries({ kind, namespace, name })) {
    if (!PART.test(text)) {
      throw new InputError(
        `The ${part} in the address is none of a catalog entity: write the address as in /entities/by-name/component/default/checkout`,
      );
    }
  }
  const ref = stringifyEntityRef({ kind, namespace, name });
  const { catalog, credentials } = options;
  const entity = await catalog.getEntityByRef(ref, { credentials });
  if (!entity) {
    throw new NotFoundError(
      `There is no entity ${ref} in the catalog, or you are not permitted to see it`,
    );
  }
  return entity;
}
