import { HiddenNames } from './HiddenNames';

const names = HiddenNames.create({
  objects: [
    { namespace: 'hideout', name: 'vault' },
    { namespace: 'shop', name: 'api' },
    { namespace: 'blog', name: 'web' },
  ],
  texts: ['safe.example.com'],
  visible: ['k8s-edge-vault-group'],
  visibleObjects: [
    { namespace: 'shop', name: 'web' },
    { namespace: 'shop', name: 'api-docs' },
    { namespace: 'blog', name: 'feed' },
  ],
  mayTell: namespace => ['shop', 'blog'].includes(namespace),
});

describe('HiddenNames', () => {
  it.each([
    'hideout/vault',
    'kubectl get ingress vault',
    'kubectl get pods -n hideout',
    'Ingress shop/api',
    'vault-7d9f8b-x2x4',
    'k8s-hideout-vault-1a2b',
    'SAFE.example.com/login',
    // Either is known by itself; together they name what is not.
    'blog/web',
    'kubectl get ingress web -n blog',
  ])('finds what is hidden in “%s”', text => {
    expect(names.isIn([text])).toBe(true);
  });

  it.each([
    'shop/web',
    'shop/api-docs',
    'kubectl get ingress api-docs -n shop',
    'blog/feed',
    'kubectl get ingress web -n shop',
    'k8s-edge-vault-group',
    'vaults',
    'unsafe.example.com',
    '',
  ])('finds nothing in “%s”', text => {
    expect(names.isIn([text])).toBe(false);
  });

  it('takes texts that stand together as one', () => {
    expect(names.isIn(['blog', 'web'])).toBe(true);
    expect(names.isIn(['shop', 'web'])).toBe(false);
  });

  it('lets lists of namespaces name known ones alone', () => {
    expect(names.listsOthers({ namespaces: ['shop', 'treasury'] })).toBe(true);
    expect(names.listsOthers({ namespaces: ['shop'] })).toBe(false);
    expect(names.listsOthers({ namespace: 'treasury' })).toBe(false);
  });

  it('lets messages be about known namespaces alone', () => {
    expect(names.isOutside({ namespace: 'treasury' })).toBe(true);
    expect(names.isOutside({ namespace: 'shop' })).toBe(false);
    expect(names.isOutside(undefined)).toBe(false);
  });
});
