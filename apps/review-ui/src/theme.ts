import {
  createTheme,
  type ButtonProps,
  type CSSVariablesResolver,
  type MantineTheme,
  type MantineColorsTuple,
} from '@mantine/core';

/** Light to dark. The library's own greys are bluish, which shifts how a photo beside them looks. */
const neutral: MantineColorsTuple = [
  '#ededed',
  '#d6d6d6',
  '#b8b8b8',
  '#9a9a9a',
  '#8a8a8a',
  '#454545',
  '#303030',
  '#262626',
  '#1f1f1f',
  '#171717',
];

const scrollingList = { withScrollArea: false, styles: { options: { maxHeight: 240, overflowY: 'auto' } } };

export const theme = createTheme({
  colors: { dark: neutral, gray: neutral, neutral },
  primaryColor: 'neutral',
  primaryShade: { light: 5, dark: 0 },
  autoContrast: true,
  defaultRadius: 4,
  fontFamily: 'system-ui, sans-serif',
  fontFamilyMonospace: 'ui-monospace, Menlo, Consolas, monospace',
  respectReducedMotion: true,
  components: {
    Button: {
      vars: (_theme: MantineTheme, { variant = 'filled' }: ButtonProps): object =>
        variant === 'filled'
          ? { root: { '--button-bg': '#ededed', '--button-hover': '#d6d6d6', '--button-color': '#171717' } }
          : { root: {} },
    },
    // For a closed list that is kept in the page its place is computed, for which the page is laid out in the middle of its first drawing.
    Combobox: { defaultProps: { keepMounted: false } },
    // The list scrolls itself: a scrolling box around it would need a stop of the Tab key.
    Autocomplete: { defaultProps: scrollingList },
    Select: { defaultProps: scrollingList },
    // A white tick and a white thumb show on these.
    Checkbox: { defaultProps: { color: 'neutral.4' } },
    Switch: { defaultProps: { color: 'neutral.4' } },
    // The library gives the cross no name of its own.
    Modal: {
      defaultProps: { closeButtonProps: { 'aria-label': 'Close' }, centered: true, transitionProps: { duration: 0 } },
    },
    Tooltip: { defaultProps: { transitionProps: { duration: 0 }, openDelay: 400 } },
    Notification: { defaultProps: { closeButtonProps: { 'aria-label': 'Close' } } },
  },
});

/** Contrast of at least 4.5 : 1 on every surface; the library's red and dimmed text are below it on neutral grey. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {},
  dark: {
    '--mantine-color-body': '#1f1f1f',
    '--mantine-color-text': '#ededed',
    '--mantine-color-error': '#f29b8f',
    '--mantine-color-dimmed': '#b8b8b8',
    '--mantine-color-placeholder': '#9a9a9a',
    '--mantine-color-default': '#303030',
    '--mantine-color-default-hover': '#3a3a3a',
    '--mantine-color-default-border': '#8a8a8a',
  },
});
