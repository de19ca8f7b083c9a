/** The look of the portal (web/ui), for pages that know nothing of it; its palette, and no colour beside it. */
export const style = `*,*::before,*::after{box-sizing:border-box}
html{font:14px/22px "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;text-autospace:normal;-webkit-text-size-adjust:100%;color-scheme:light}
body{margin:0;color:#1a2330;background:#f3f5f8;overflow-wrap:anywhere}
h1,p,ol{margin:0}
ol{padding-left:20px}
h1{font-size:20px;line-height:28px;font-weight:600}
header{display:flex;align-items:center;gap:8px;height:48px;padding:0 16px;color:#fff;background:#16324f}
header strong{flex:1;font-size:16px}
header button{color:#fff;background:none;border:1px solid #fff;padding:0 12px;min-height:32px}
header svg{fill:currentColor}
main{display:grid;gap:16px;max-width:440px;margin:32px auto;padding:24px;background:#fff;border-radius:4px}
main svg{width:220px;height:220px;justify-self:center}
form{display:grid;gap:16px}
label{display:grid;gap:4px;font-weight:600}
label small,.hint{font-size:14px;font-weight:400;color:#5c6878}
input{width:100%;min-height:36px;padding:6px 8px;font:inherit;font-weight:400;color:inherit;background:#fff;border:1px solid #8592a3;border-radius:4px}
input[aria-invalid]{border-color:#cf2a27}
button,.button{display:inline-flex;align-items:center;justify-content:center;min-height:36px;padding:0 16px;font:inherit;color:#fff;background:#1b5a9e;border:1px solid #1b5a9e;border-radius:4px;cursor:pointer;text-decoration:none}
form>button:hover,.button:hover{background:#144a85}
a{color:#1b5a9e}
:focus-visible{outline:2px solid #1b5a9e;outline-offset:2px}
header :focus-visible{outline-color:#ffc24d}
.notice{padding:8px 12px;border-left:3px solid #cf2a27;border-radius:4px;background:#fdeae8}
.good{border-color:#1e8e4a;background:#e7f5ec}
.notice strong{display:block;font-weight:600}
code{font-size:16px}
@media (max-width:767px){main{margin:0 auto;border-radius:0}input,button,.button{min-height:48px;font-size:16px}}`
