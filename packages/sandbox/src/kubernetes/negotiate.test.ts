import { negotiate } from './negotiate';

const META = 'g=meta.k8s.io;v=v1';

describe('negotiate', () => {
  it.each([
    [undefined, 'json'],
    ['*/*', 'json'],
    ['application/json', 'json'],
    ['application/json;charset=utf-8', 'json'],
    [`application/json;as=PartialObjectMetadataList;${META}`, 'partial'],
    [`application/json; as=PartialObjectMetadata; ${META}`, 'partial'],
    [
      `application/json;as=Table;${META},application/json;as=Table;v=v1beta1;g=meta.k8s.io,application/json`,
      'json',
    ],
    [
      `application/vnd.kubernetes.protobuf,application/json;as=PartialObjectMetadataList;${META}`,
      'partial',
    ],
    [
      'application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=1',
      undefined,
    ],
    ['application/json;as=PartialObjectMetadataList;g=other;v=v1', undefined],
    ['application/vnd.kubernetes.protobuf', undefined],
    ['text/html', undefined],
  ])('answers %p with %p', (accept, form) => {
    expect(negotiate(accept, ['json', 'partial'])).toBe(form);
  });
});
