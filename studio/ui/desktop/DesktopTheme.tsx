import { ConfigProvider, type ThemeConfig } from 'antd';
import enGB from 'antd/locale/en_GB';
import zhCN from 'antd/locale/zh_CN';
import { type ReactElement, type ReactNode, useMemo } from 'react';
import { useText } from '../../translations/texts.ts';
import { tokenValue } from '../token-values.ts';

/** antd in our tokens and in the chosen language. */
export function DesktopTheme({ children }: { readonly children: ReactNode }): ReactElement {
  const { language } = useText();
  const theme = useMemo(() => themeOfTokens(), []);
  return (
    <ConfigProvider theme={theme} locale={language === 'zh' ? zhCN : enGB} wave={{ disabled: true }}>
      {children}
    </ConfigProvider>
  );
}

function themeOfTokens(): ThemeConfig {
  return {
    token: {
      colorPrimary: tokenValue('--accent'),
      colorLink: tokenValue('--accent'),
      colorText: tokenValue('--text'),
      colorTextSecondary: tokenValue('--text-2'),
      colorTextPlaceholder: tokenValue('--text-2'),
      colorTextDescription: tokenValue('--text-2'),
      colorError: tokenValue('--late'),
      colorWarning: tokenValue('--warn'),
      colorSuccess: tokenValue('--ok'),
      colorBorder: tokenValue('--control-line'),
      colorBorderSecondary: tokenValue('--line'),
      colorBgLayout: tokenValue('--page'),
      controlItemBgActive: tokenValue('--accent-soft'),
      borderRadius: 6,
      borderRadiusLG: 10,
      fontFamily: tokenValue('--font'),
      fontSize: 14,
      fontSizeSM: 14,
      controlHeight: 32,
      boxShadow: tokenValue('--shadow'),
      boxShadowSecondary: tokenValue('--shadow'),
      // Whoever asked their system for less motion gets none: a menu whose motion is cut to nothing never finds its place.
      motion: !matchMedia('(prefers-reduced-motion: reduce)').matches,
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.16s',
    },
  };
}
