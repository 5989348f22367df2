using ActorIL.Reports.Figures;

namespace ActorIL.Reports.Tests.Figures;

public class BarDrawingTests
{
    [Fact]
    public void Bars_begin_at_zero_and_have_whiskers() =>
        Snapshot.Matches(
            BarDrawing
                .Draw(
                    new(
                        "bars",
                        "Bars",
                        "Caption",
                        new Axis("mean return"),
                        [new("expert", -120.5, -130, -110, 5), new("student", -1500, -1600, -1400, 1)]
                    )
                )
                .Standalone
        );

    [Fact]
    public void No_bars_are_said() =>
        Assert.Contains(
            "no values",
            BarDrawing.Draw(new("bars", "Bars", "", new Axis("y"), [])).Inline,
            StringComparison.Ordinal
        );
}
