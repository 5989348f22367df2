using ActorIL.Reports.Figures;

namespace ActorIL.Reports.Tests.Figures;

public sealed class FigureSheetTests
{
    [Fact]
    public void Drawings_stand_in_rows_as_high_as_their_highest()
    {
        var sheet = FigureSheet.Arrange(
            "all",
            "All",
            "Three drawings",
            columnCount: 2,
            [Drawing("one", 10), Drawing("two", 30), Drawing("three", 20)]
        );

        Assert.Equal((200, 50), (sheet.Width, sheet.Height));
        Assert.Equal(
            "<g transform=\"translate(0,0)\">\none</g>\n"
                + "<g transform=\"translate(100,0)\">\ntwo</g>\n"
                + "<g transform=\"translate(0,30)\">\nthree</g>\n",
            sheet.Body
        );
    }

    [Fact]
    public void A_single_drawing_is_no_wider_than_itself() =>
        Assert.Equal(100, FigureSheet.Arrange("all", "All", "", columnCount: 3, [Drawing("one", 10)]).Width);

    private static Figure Drawing(string body, int height) => new("x", "X", "", Width: 100, height, body);
}
