import { useState } from 'react';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import IconButton from '@material-ui/core/IconButton';
import Snackbar from '@material-ui/core/Snackbar';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import MoreVertIcon from '@material-ui/icons/MoreVert';
import useCopyToClipboard from 'react-use/esm/useCopyToClipboard';
import { useHref, useLocation } from 'react-router-dom';
import { lbcTranslationRef } from '../../translation';
import { download } from './download';

/** Takes a view elsewhere: as text, as JSON, as a link that reproduces it. */
export function ShareActions(props: {
  /** Made when somebody asks for it. */
  asText: () => string;
  /** What is downloaded, and the name of its file. */
  value: unknown;
  fileName: string;
}) {
  const { asText, value, fileName } = props;
  const { t } = useTranslationRef(lbcTranslationRef);
  const [anchor, setAnchor] = useState<Element>();
  const href = useHref(useLocation());

  const [{ error }, write] = useCopyToClipboard();
  const [done, setDone] = useState<string>();
  const copy = (text: string, message: string) => {
    setAnchor(undefined);
    write(text);
    setDone(message);
  };

  return (
    <>
      <IconButton
        size="small"
        aria-label={t('share.label')}
        aria-haspopup="menu"
        onClick={event => setAnchor(event.currentTarget)}
      >
        <MoreVertIcon />
      </IconButton>
      <Menu
        anchorEl={anchor}
        open={anchor !== undefined}
        onClose={() => setAnchor(undefined)}
        MenuListProps={{ dense: true }}
      >
        <MenuItem onClick={() => copy(asText(), t('share.copiedText'))}>
          {t('share.copyText')}
        </MenuItem>
        <MenuItem
          onClick={() => {
            setAnchor(undefined);
            download({
              name: fileName,
              content: JSON.stringify(value, null, 2),
              type: 'application/json',
            });
          }}
        >
          {t('share.downloadJson')}
        </MenuItem>
        <MenuItem
          onClick={() =>
            copy(
              new URL(href, document.baseURI).toString(),
              t('share.copiedLink'),
            )
          }
        >
          {t('share.copyLink')}
        </MenuItem>
      </Menu>
      <Snackbar
        open={done !== undefined}
        autoHideDuration={2_000}
        onClose={() => setDone(undefined)}
        message={error ? t('copy.failed') : done}
      />
    </>
  );
}
