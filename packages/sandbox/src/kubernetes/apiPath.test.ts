import { listFile, parseApiPath } from './apiPath';

const core = { type: 'resource', group: '', version: 'v1' };
const apps = { type: 'resource', group: 'apps', version: 'v1' };

describe('parseApiPath', () => {
  it.each([
    ['/version', { type: 'version' }],
    ['/readyz', { type: 'health' }],
    ['/api', { type: 'core-versions' }],
    ['/apis/', { type: 'groups' }],
    ['/apis/apps', { type: 'group', group: 'apps' }],
    ['/api/v1', { type: 'group-version', group: '', version: 'v1' }],
    ['/apis/apps/v1', { type: 'group-version', group: 'apps', version: 'v1' }],
    ['/api/v1/pods', { ...core, resource: 'pods' }],
    ['/api/v1/namespaces', { ...core, resource: 'namespaces' }],
    [
      '/api/v1/namespaces/shop',
      { ...core, resource: 'namespaces', name: 'shop' },
    ],
    [
      '/api/v1/namespaces/shop/status',
      { ...core, resource: 'namespaces', name: 'shop', subresource: 'status' },
    ],
    [
      '/api/v1/namespaces/shop/pods',
      { ...core, resource: 'pods', namespace: 'shop' },
    ],
    [
      '/apis/apps/v1/namespaces/shop/deployments/web/scale',
      {
        ...apps,
        resource: 'deployments',
        namespace: 'shop',
        name: 'web',
        subresource: 'scale',
      },
    ],
    ['/api/v1/nodes/ip%2D1', { ...core, resource: 'nodes', name: 'ip-1' }],
    ['/', { type: 'unknown' }],
    ['/openapi/v2', { type: 'unknown' }],
    ['/api/v1/pods/a/b/c', { type: 'unknown' }],
    ['/api/v1/namespaces/shop/pods/a/b/c', { type: 'unknown' }],
  ])('takes %s apart', (path, expected) => {
    expect(JSON.parse(JSON.stringify(parseApiPath(path)))).toEqual(expected);
  });

  it('names the recorded answer of a list', () => {
    expect(listFile('', 'v1', 'pods')).toBe('api/v1/pods');
    expect(listFile('apps', 'v1', 'deployments')).toBe(
      'apis/apps/v1/deployments',
    );
  });
});
