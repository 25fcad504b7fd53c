import {
  EntityAboutCard,
  EntityLayout,
  EntitySwitch,
} from '@backstage/plugin-catalog';
import {
  EntityLbcCard,
  EntityLbcCompatibilityContent,
  EntityLbcContent,
  EntityLbcReadinessContent,
  isLbcAvailable,
} from '@lbc-backstage/plugin-lbc/legacy';
import Grid from '@material-ui/core/Grid';

const overview = (
  <Grid container spacing={3} alignItems="stretch">
    <Grid item md={6} xs={12}>
      <EntityAboutCard />
    </Grid>
    <EntitySwitch>
      <EntitySwitch.Case if={isLbcAvailable}>
        <Grid item md={6} xs={12}>
          <EntityLbcCard />
        </Grid>
      </EntitySwitch.Case>
    </EntitySwitch>
  </Grid>
);

export const entityPage = (
  <EntityLayout>
    <EntityLayout.Route path="/" title="Overview">
      {overview}
    </EntityLayout.Route>
    <EntityLayout.Route
      path="/load-balancers"
      title="Load balancers"
      if={isLbcAvailable}
    >
      <EntityLbcContent />
    </EntityLayout.Route>
    <EntityLayout.Route
      path="/compatibility"
      title="Compatibility"
      if={isLbcAvailable}
    >
      <EntityLbcCompatibilityContent />
    </EntityLayout.Route>
    <EntityLayout.Route
      path="/upgrade-readiness"
      title="Upgrade readiness"
      if={isLbcAvailable}
    >
      <EntityLbcReadinessContent />
    </EntityLayout.Route>
  </EntityLayout>
);
