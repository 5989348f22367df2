using ActorIL.Core.Fields;
using ActorIL.Storage.Schemas;
using ActorIL.Testing;

namespace ActorIL.Storage.Tests.Schemas;

public sealed class ProtobufNameTests
{
    [Theory]
    [InlineData("learner-message.train", 1, "LearnerMessage_Train_v1")]
    [InlineData("rollout", 12, "Rollout_v12")]
    [InlineData("layer-2", 1, "Layer__2d_2_v1")]
    [InlineData("a_b", 1, "A__5f_b_v1")]
    [InlineData("2x", 1, "__32_x_v1")]
    [InlineData("Ab", 1, "__41_b_v1")]
    [InlineData("", 1, "_v1")]
    public void A_type_name_is_a_message_name_and_back(string name, int version, string message)
    {
        Assert.Equal(message, ProtobufName.Of(new(name, version)));
        Assert.Equal(new(name, version), Outcome.Value(ProtobufName.Read(message)));
    }

    [Fact]
    public void Every_type_name_is_found_again() =>
        Law.Holds<string, int>(
            (name, version) =>
            {
                var type = new TypeName(name ?? "", Math.Abs(version % 1000));
                return Outcome.Value(ProtobufName.Read(ProtobufName.Of(type))) == type;
            }
        );

    [Fact]
    public void Names_of_letters_dashes_dots_and_digits_are_found_again() =>
        Law.Holds<int[]>(picks =>
        {
            var type = new TypeName(string.Concat(picks.Select(pick => "ab-.2vV_"[pick & 7])), 3);
            var name = ProtobufName.Of(type);
            return Outcome.Value(ProtobufName.Read(name)) == type
                && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_')
                && !char.IsAsciiDigit(name[0]);
        });

    [Theory]
    [InlineData("")]
    [InlineData("Rollout")]
    [InlineData("rollout_v1")]
    [InlineData("Rollout_v")]
    [InlineData("Rollout_v01")]
    [InlineData("Roll__zz_out_v1")]
    [InlineData("Roll__61_out_v1")]
    [InlineData("__v1")]
    [InlineData("_A_v1")]
    public void A_name_of_another_form_is_an_error(string message) => Outcome.Error(ProtobufName.Read(message));
}
