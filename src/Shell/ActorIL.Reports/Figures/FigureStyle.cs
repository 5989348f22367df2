namespace ActorIL.Reports.Figures;

/// <summary>
/// Colours of figures, for light and dark pages. The inks are those of Okabe and Ito, which readers with any common
/// colour blindness tell apart; in the dark the darkest ones are lightened. Dashes and marks tell curves apart as well.
/// </summary>
public static class FigureStyle
{
    /// <summary>How many colours there are; the next ones repeat them with another dash.</summary>
    public const int InkCount = 6;

    public const string Css = """
        :root{--paper:#fff;--ink:#1b1f24;--soft:#5b6570;--grid:#e3e6ea;--panel:#f6f7f9;
        --i0:#0072b2;--i1:#d55e00;--i2:#009e73;--i3:#a83f80;--i4:#8a6d00;--i5:#2b2f36}
        @media(prefers-color-scheme:dark){:root{
        --paper:#14171b;--ink:#e8eaed;--soft:#a5afb9;--grid:#2d333a;--panel:#1c2025;
        --i0:#56b4e9;--i1:#ff8a3c;--i2:#2bc596;--i3:#e39ac6;--i4:#f0e442;--i5:#c9ced6}}
        svg{font:12px system-ui,-apple-system,"Segoe UI",Roboto,"DejaVu Sans",sans-serif}
        .paper{fill:var(--paper)}.panel{fill:var(--panel)}
        svg text{fill:var(--ink)}svg .soft{fill:var(--soft)}.head{font-weight:600;font-size:13px}
        .grid{stroke:var(--grid);stroke-width:1}.zero{stroke:var(--soft);stroke-width:1}
        .curve{fill:none;stroke-width:1.8;stroke-linejoin:round;stroke-linecap:round}
        .band{stroke:none;opacity:.22}.whisker{stroke:var(--ink);stroke-width:1.3;fill:none}
        .end{text-anchor:end}.mid{text-anchor:middle}
        .s0{stroke:var(--i0)}.s1{stroke:var(--i1)}.s2{stroke:var(--i2)}
        .s3{stroke:var(--i3)}.s4{stroke:var(--i4)}.s5{stroke:var(--i5)}
        .f0{fill:var(--i0)}.f1{fill:var(--i1)}.f2{fill:var(--i2)}
        .f3{fill:var(--i3)}.f4{fill:var(--i4)}.f5{fill:var(--i5)}
        .ground{stroke:var(--soft);fill:none}.faint{fill:var(--grid);stroke:none}
        .body{fill:var(--i0);stroke:none}.limb{stroke:var(--i1);fill:none;stroke-linecap:round}
        .joint{fill:var(--ink);stroke:none}.action{stroke:var(--i2);fill:none;stroke-linecap:round}
        """;
}
