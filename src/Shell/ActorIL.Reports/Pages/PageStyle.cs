namespace ActorIL.Reports.Pages;

/// <summary>How the page looks; colours come from the figures' style.</summary>
internal static class PageStyle
{
    public const string Css = """
        *{box-sizing:border-box}
        body{margin:0 auto;max-width:1280px;padding:16px;background:var(--paper);color:var(--ink);
        font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"DejaVu Sans",sans-serif}
        h1{font-size:1.5rem;margin:.2em 0;overflow-wrap:anywhere}h2{font-size:1.2rem;margin:2em 0 .4em}
        h3{font-size:1rem;margin:1.2em 0 .3em}
        p{margin:.4em 0;max-width:75ch}.soft,figcaption,footer{color:var(--soft)}
        nav a{color:var(--i0);margin-right:1em;white-space:nowrap}
        a:focus-visible,button:focus-visible{outline:2px solid var(--i1)}
        .figures{display:grid;gap:20px;align-items:start;
        grid-template-columns:repeat(auto-fill,minmax(min(100%,360px),1fr))}
        figure{margin:0;min-width:0}figure svg{display:block;width:100%;height:auto}
        figcaption{font-size:.82rem;line-height:1.35;padding:2px 12px}
        .wide{overflow-x:auto;max-width:100%}
        table{border-collapse:collapse;font-variant-numeric:tabular-nums;font-size:.88rem}
        th,td{padding:3px 10px;text-align:left;border-bottom:1px solid var(--grid);white-space:nowrap}
        th{font-weight:600}.number{text-align:right}code,pre{font:.82rem/1.4 ui-monospace,"DejaVu Sans Mono",monospace}
        pre{overflow-x:auto;background:var(--panel);padding:12px}dl{columns:2 26rem;column-gap:2rem}
        dt{font-weight:600;padding-top:.6em;break-after:avoid}dd{margin:0 0 0 1em;break-inside:avoid}
        .player{display:flex;gap:12px;align-items:center;flex-wrap:wrap;margin:8px 12px}.player[hidden]{display:none}
        .player input{flex:1;min-width:120px}button{font:inherit;min-width:5em;padding:4px 12px;background:var(--panel);
        color:var(--ink);border:1px solid var(--soft);border-radius:4px}summary{cursor:pointer}
        @media print{.player{display:none}}
        """;
}
