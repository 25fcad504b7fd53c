import { Link, sidebarConfig } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(theme => ({
  root: {
    width: sidebarConfig.drawerWidthClosed,
    height: 2 * sidebarConfig.logoHeight,
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    color: theme.palette.navigation.selectedColor,
  },
}));

export function Logo() {
  const classes = useStyles();
  return (
    <Link to="/" underline="none" className={classes.root} aria-label="Home">
      <svg
        width="28"
        height="28"
        viewBox="0 0 32 32"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.4"
        strokeLinecap="round"
        aria-hidden="true"
      >
        <path d="M16 5v6M16 11 8 19M16 11v8M16 11l8 8" />
        <circle cx="8" cy="23" r="3.4" />
        <circle cx="16" cy="23" r="3.4" />
        <circle cx="24" cy="23" r="3.4" />
      </svg>
    </Link>
  );
}
