using ActorIL.Algorithms.Policies;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Core.Spaces;
using ActorIL.Numerics.Networks;

namespace ActorIL.Algorithms.Tests.Policies;

public class EnsemblePolicyTests
{
    private static readonly float[] Observations = [0.3f, -0.2f, 0.9f, 0.1f, -0.5f, 0.5f];

    [Theory]
    [InlineData(RecurrentKind.None)]
    [InlineData(RecurrentKind.Lstm)]
    public void An_ensemble_of_one_is_its_member_and_certain(RecurrentKind recurrent)
    {
        var member = Member(Samples.ThreeChoices, recurrent, 1);
        var (own, single) = (Run(new([member])), new float[3]);
        var memory = new float[3 * member.MemorySize];
        member.Act(Observations, 3, memory, new float[member.WorkspaceSize(3)], single);
        Assert.Equal(single, own.Actions);
        Assert.All(own.Uncertainties, uncertainty => Assert.InRange(uncertainty, 0, 1e-6));
        Assert.Equal(memory, own.Memory);
    }

    [Fact]
    public void Torques_are_averaged_and_their_variance_is_the_uncertainty()
    {
        var members = new[] { Constant(1f), Constant(-0.5f) };
        var (actions, uncertainties, _) = Run(new([.. members]));
        Assert.All(actions, action => Assert.Equal(0.25f, action));
        Assert.All(uncertainties, uncertainty => Assert.Equal(0.5625, uncertainty, tolerance: 1e-6));
    }

    [Fact]
    public void Every_member_keeps_a_memory_of_its_own()
    {
        NetworkPolicy[] members =
        [
            Member(Samples.ThreeChoices, RecurrentKind.Lstm, 1),
            Member(Samples.ThreeChoices, RecurrentKind.Gru, 2),
        ];
        var joint = Run(new([.. members])).Memory;
        var offset = 0;
        foreach (var member in members)
        {
            var memory = new float[3 * member.MemorySize];
            member.Act(Observations, 3, memory, new float[member.WorkspaceSize(3)], new float[3]);
            for (var row = 0; row < 3; row++)
            {
                Assert.Equal(
                    memory.AsSpan(row * member.MemorySize, member.MemorySize).ToArray(),
                    joint.AsSpan((row * joint.Length / 3) + offset, member.MemorySize).ToArray()
                );
            }

            offset += member.MemorySize;
        }
    }

    [Fact]
    public void There_is_no_ensemble_of_nobody() =>
        Assert.Throws<ArgumentException>(static () => new EnsemblePolicy([]));

    private static (float[] Actions, double[] Uncertainties, float[] Memory) Run(EnsemblePolicy policy)
    {
        var (actions, uncertainties, memory) = (new float[3], new double[3], new float[3 * policy.MemorySize]);
        policy.Act(Observations, 3, memory, new float[policy.WorkspaceSize(3)], actions, uncertainties);
        return (actions, uncertainties, memory);
    }

    private static NetworkPolicy Constant(float torque) =>
        NetworkPolicy
            .Create(
                Samples.TwoNumbers,
                Samples.OneTorque,
                new(PolicyModel.Mlp([], ActivationFunction.Tanh), ParameterBlock.Copy([0f, 0f, torque, 0f]), null)
            )
            .Require();

    private static NetworkPolicy Member(Space actions, RecurrentKind recurrent, ulong seed)
    {
        var size = recurrent == RecurrentKind.None ? 0 : 3;
        var model = PolicyModel.Mlp([4], ActivationFunction.Tanh) with { Recurrent = recurrent, RecurrentSize = size };
        var architecture = PolicyArchitecture.Create(Samples.TwoNumbers, actions, model).Require();
        var parameters = PolicyInitialization.Student(architecture, RngKey.Root(seed));
        return NetworkPolicy.Create(Samples.TwoNumbers, actions, new(model, parameters, null)).Require();
    }
}
