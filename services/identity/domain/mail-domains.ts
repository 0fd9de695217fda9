/** Domains of mail providers that anybody may have an address at: nobody's organisation. */
export const mailDomains: ReadonlySet<string> = new Set(
  `gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com yahoo.co.in yahoo.in ymail.com icloud.com me.com mac.com aol.com
  proton.me protonmail.com pm.me gmx.com gmx.de gmx.net web.de mail.com zoho.com zohomail.in rediffmail.com rediff.com yandex.com yandex.ru
  mail.ru fastmail.com hey.com tutanota.com qq.com 163.com 126.com`.split(/\s+/),
)
