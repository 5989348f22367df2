using System.Globalization;
using System.Text;
using ActorIL.Core.Experience;
using ActorIL.Core.Fields;
using ActorIL.Core.Tests.Fields.Samples;
using ActorIL.Testing;

namespace ActorIL.Core.Tests.Fields;

public sealed class FieldDescriberTests
{
    [Fact]
    public void A_record_is_described_with_every_type_below_it() =>
        Snapshot.Matches(Text(FieldCodec.Describe<EveryKind>()));

    [Fact]
    public void The_experience_records_keep_their_fields() =>
        Snapshot.Matches(
            Text(FieldCodec.Describe<Trajectory>())
            + Text(FieldCodec.Describe<Rollout>())
            + Text(FieldCodec.Describe<LabelledBatch>()));

    [Fact]
    public void A_type_that_mentions_itself_is_described_once() =>
        Assert.Empty(FieldCodec.Describe<Nest>().Mentioned);

    [Fact]
    public void Field_numbers_must_ascend()
    {
        Refuses<Misdescribed.Descending>("Field one has number 1, not above 2");
        Refuses<Misdescribed.Doubled>("Field uno has number 1, not above 1");
    }

    [Fact]
    public void Field_numbers_must_be_those_of_the_wire_format()
    {
        Refuses<Misdescribed.Zeroth>("Field zero has number 0, not above 0");
        Refuses<Misdescribed.TooHigh>("Field high has number 536870912");
    }

    [Fact]
    public void Names_must_differ()
    {
        Refuses<Misdescribed.SameName>("Field 2 is called one, as another one is.");
        Refuses<Misdescribed.Namesake>("are both called sample-point/1");
    }

    [Fact]
    public void Names_and_versions_have_hashes_of_their_own()
    {
        Assert.Equal("tick/3", new TypeName("tick", 3).ToString());
        Assert.NotEqual(new TypeName("tick", 3).Hash, new TypeName("tick", 4).Hash);
        Assert.NotEqual(new TypeName("tick", 3).Hash, new TypeName("tock", 3).Hash);
    }

    private static void Refuses<T>(string reason)
        where T : IFields<T>
    {
        var thrown = Assert.Throws<InvalidOperationException>(() => FieldCodec.Describe<T>());
        Assert.Contains(reason, thrown.Message, StringComparison.Ordinal);
    }

    private static string Text(RecordDescription description)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{description.Name}\n");
        foreach (var field in description.Fields)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {field.Number} {field.Name}: {field.Kind} {field.Nested}");
            text.Length -= field.Nested is null ? 1 : 0;
            text.Append('\n');
        }

        return description.Mentioned.Aggregate(text, (all, other) => all.Append(Text(other))).ToString();
    }
}
