import { StartedPortal, Visitor } from './support';

describe('a guest', () => {
  let portal: StartedPortal;
  let visitor: Visitor;

  beforeAll(async () => {
    portal = await StartedPortal.start({ args: ['--built'] });
    visitor = await Visitor.arrive(portal);
  });

  afterAll(async () => {
    await visitor?.leave();
    await portal?.stop();
  });

  it('logs in and finds the component checkout in the catalog', async () => {
    const { page } = visitor;
    await page.getByRole('link', { name: 'checkout', exact: true }).click();
    await page.getByRole('heading', { name: 'checkout' }).first().waitFor();
    expect(page.url()).toBe(
      `${portal.appUrl}/catalog/default/component/checkout`,
    );
  });

  it('calls nobody outside of this machine', async () => {
    expect(visitor.outside).toEqual([]);
    expect(visitor.errors).toEqual([]);
  });
});
