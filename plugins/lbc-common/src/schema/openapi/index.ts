import { paths } from './paths';
import { Json, schemas } from './schemas';

/** The OpenAPI document of the API, made from its schemas. */
export function openapiDocument(options: { version: string }): Json {
  return {
    openapi: '3.1.0',
    info: {
      title: 'LBC for Backstage',
      version: options.version,
      description:
        'Whose load balancer it is and what state its life is in. Reading never calls a cluster or AWS. Sentences come as codes with their values; the message catalogues of the package write them out.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/api/lbc' }],
    security: [{ backstageToken: [] }],
    paths: paths(),
    components: {
      securitySchemes: {
        backstageToken: { type: 'http', scheme: 'bearer' },
      },
      schemas: {
        ...schemas(),
        Error: {
          type: 'object',
          required: ['error'],
          properties: {
            error: {
              type: 'object',
              required: ['name', 'message'],
              properties: {
                name: { type: 'string' },
                message: { type: 'string' },
              },
            },
          },
        },
      },
    },
  };
}
