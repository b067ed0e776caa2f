import 'antd-mobile/es/global';
import ConfigProvider from 'antd-mobile/es/components/config-provider';
import enUS from 'antd-mobile/es/locales/en-US';
import zhCN from 'antd-mobile/es/locales/zh-CN';
import type { ReactElement, ReactNode } from 'react';
import { useText } from '../../translations/texts.ts';
import './antd-mobile.css';

/** antd-mobile in our tokens and in the chosen language. */
export function PhoneTheme({ children }: { readonly children: ReactNode }): ReactElement {
  const { language } = useText();
  return <ConfigProvider locale={language === 'zh' ? zhCN : enUS}>{children}</ConfigProvider>;
}
