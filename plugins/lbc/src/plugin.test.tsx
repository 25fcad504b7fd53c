import { renderTestApp } from '@backstage/frontend-test-utils';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import { screen } from '@testing-library/react';
import { checkout, FixtureApi, responses } from './__fixtures__';
import { lbcApiRef } from './api';
import lbcPlugin from '.';

const CONTENT = 'entity-content:lbc/load-balancers';
const COMPATIBILITY = 'entity-content:lbc/compatibility';
const READINESS = 'entity-content:lbc/upgrade-readiness';
const DOCTOR = 'page:lbc/doctor';
const CARD = 'entity-card:lbc/load-balancers';

function render(
  id: typeof CONTENT | typeof COMPATIBILITY | typeof READINESS | typeof CARD,
  entity = checkout,
) {
  return renderTestApp({
    extensions: [createTestEntityPage({ entity }), lbcPlugin.getExtension(id)],
    apis: [[lbcApiRef, new FixtureApi(responses.unattended)]],
  });
}

describe('the plugin of the new front-end system', () => {
  it('is the default export, with the ids that the README lists', () => {
    expect(lbcPlugin.id).toBe('lbc');
    for (const id of [
      'api:lbc',
      CONTENT,
      COMPATIBILITY,
      READINESS,
      DOCTOR,
      CARD,
    ] as const) {
      expect(lbcPlugin.getExtension(id)).toBeDefined();
    }
  });

  it('brings the tab', async () => {
    render(CONTENT);
    expect(
      await screen.findByText(
        'New pods get no traffic: nobody in prod-1 registers them.',
      ),
    ).toBeVisible();
  });

  it('brings the tab of compatibility', async () => {
    render(COMPATIBILITY);
    expect(await screen.findByText('What it was compared with')).toBeVisible();
  });

  it('brings the tab of readiness', async () => {
    render(READINESS);
    expect(await screen.findByText('Rehearsal')).toBeVisible();
  });

  it('brings the page of the doctor', async () => {
    renderTestApp({
      extensions: [lbcPlugin.getExtension(DOCTOR)],
      initialRouteEntries: ['/lbc/doctor'],
      apis: [[lbcApiRef, new FixtureApi(responses.unattended)]],
    });
    expect(await screen.findByText('Something is missing')).toBeVisible();
  });

  it('brings the card', async () => {
    render(CARD);
    expect(await screen.findByText('unattended')).toBeVisible();
    expect(
      screen.getByText(/Partly served: 3 of 4 targets healthy/),
    ).toBeVisible();
    expect(screen.getByText(/1 load balancer$/)).toBeVisible();
  });

  it('leaves other entities alone', async () => {
    render(CARD, { ...checkout, kind: 'Location' });
    await screen.findByTestId('empty-entity-page');
    expect(screen.queryByText('unattended')).toBeNull();
  });
});
