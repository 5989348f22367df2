using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json;
using ActorIL.Algorithms.Policies;
using ActorIL.Cli.Policies;
using ActorIL.Cli.Tests.Running;
using ActorIL.Core.Experience;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Environments;
using ActorIL.Numerics.Networks;
using ActorIL.Numerics.Statistics;

namespace ActorIL.Cli.Tests.Onnx;

/// <summary>Another runtime takes the same actions.</summary>
public sealed class OnnxExportTests(SmallRun run) : IClassFixture<SmallRun>, IDisposable
{
    private const int Count = 400;
    private const float Tolerance = 1e-5f;
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("CartPole-v1", ActivationFunction.Tanh, true)]
    [InlineData("CartPole-v1", ActivationFunction.Gelu, false)]
    [InlineData("Pendulum-v1", ActivationFunction.Silu, false)]
    [InlineData("Pendulum-v1", ActivationFunction.Relu, true)]
    public async Task Another_runtime_takes_the_same_actions(
        string environment,
        ActivationFunction activation,
        bool isNormalized
    ) => await CompareRandom(environment, PolicyModel.Mlp([16, 12], activation), isNormalized);

    [Theory]
    [InlineData("CartPole-v1", RecurrentKind.Lstm, true, 1)]
    [InlineData("CartPole-v1", RecurrentKind.None, true, 3)]
    [InlineData("Pendulum-v1", RecurrentKind.Gru, false, 2)]
    [InlineData("Pendulum-v1", RecurrentKind.Lstm, true, 2)]
    public async Task Policies_that_remember_take_the_same_actions_step_after_step(
        string environment,
        RecurrentKind recurrent,
        bool previousAction,
        int frameCount
    ) =>
        await CompareRandom(
            environment,
            new PolicyModel(
                new ObservationView([2, 0], previousAction, frameCount),
                [12],
                ActivationFunction.Tanh,
                recurrent,
                recurrent == RecurrentKind.None ? 0 : 8
            ),
            isNormalized: true
        );

    [Fact]
    public async Task A_policy_of_a_run_takes_the_same_actions() =>
        await Compare(
            PolicyFile.Load(run.File("checkpoints", "expert.safetensors")).Require(),
            run.Folder,
            "--stage",
            "expert"
        );

    [Fact]
    public void The_model_is_the_same_whenever_it_is_written()
    {
        var (one, other) = (_folder.Combine("one.onnx"), _folder.Combine("other.onnx"));
        Assert.Equal(0, Invocation.Run("export", "--onnx", one, run.Folder).Code);
        Assert.Equal(0, Invocation.Run("export", "--onnx", other, run.Folder).Code);
        Assert.Equal(File.ReadAllBytes(one), File.ReadAllBytes(other));
    }

    [Fact]
    public void What_was_written_is_said()
    {
        var model = _folder.Combine("a.onnx");
        var text = Invocation.Run("export", "--onnx", model, run.Folder, "--stage", "expert");
        var again = Invocation.Run("export", "--onnx", model, run.Folder);
        File.Delete(model);
        var json = Invocation.Run("export", "--onnx", model, run.Folder, "--stage", "expert", "--json");
        Assert.Equal((0, 1, 0), (text.Code, again.Code, json.Code));
        Snapshot.Matches(
            (text.Text() + again.Text() + json.Text()).Replace(model, "{model}", StringComparison.Ordinal)
        );
    }

    private async Task CompareRandom(string environment, PolicyModel model, bool isNormalized)
    {
        var saved = Random(environment, model, isNormalized);
        var path = _folder.Combine("policy.safetensors");
        PolicyFile.Save(path, saved).Require();
        await Compare(saved, path);
    }

    private async Task Compare(SavedPolicy saved, params string[] source)
    {
        var module = EnvironmentCatalog.Shipped.Find(saved.EnvironmentId).Require().Module;
        var policy = NetworkPolicy.Create(module.Observations, module.Actions, saved.Snapshot).Require();
        var observations = new float[Count * module.Observations.Size];
        NormalDraw.Fill(RngKey.Root(7), observations);
        var (model, input) = (_folder.Combine("policy.onnx"), _folder.Combine("observations"));
        File.WriteAllBytes(input, MemoryMarshal.AsBytes(observations.AsSpan()));
        var export = Invocation.Run(["export", "--onnx", model, .. source]);
        Assert.True(export.Code == 0, export.Text());
        var found = await OnnxRuntime.RunOrSkipAsync(
            model,
            input,
            module.Observations.Size,
            policy.MemorySize > 0 ? Count : 1,
            policy.MemorySize
        );
        var (head, actions) = Drive(policy, observations);
        var outputs = found.GetProperty("outputs");
        var isDiscrete = policy.Architecture.IsDiscrete;
        AssertNear(head, Values(outputs, isDiscrete ? "logits" : "means"), Tolerance);
        AssertNear(actions, Values(outputs, "actions"), isDiscrete ? 0 : Tolerance);
        Assert.Equal(isDiscrete ? "int64" : "float32", outputs.GetProperty("actions").GetProperty("type").GetString());
        Assert.True(head.Distinct().Count() > 1);
    }

    /// <summary>What the policy gives, row after row, with what it remembers.</summary>
    private static (float[] Head, float[] Actions) Drive(NetworkPolicy policy, float[] observations)
    {
        var (size, actionSize) = (policy.Observations.Size, policy.Actions.Size);
        var (memory, workspace) = (new float[policy.MemorySize], new float[policy.WorkspaceSize(1)]);
        var actions = new float[Count * actionSize];
        var head = new List<float>();
        for (var row = 0; row < Count; row++)
        {
            var observation = observations.AsSpan(row * size, size);
            var action = actions.AsSpan(row * actionSize, actionSize);
            var before = memory.ToArray();
            policy.Act(observation, 1, memory, workspace, action);
            head.AddRange(policy.HeadOutput(observation, 1, before, workspace));
            policy.Remember(action, 1, memory);
        }

        return ([.. head], actions);
    }

    private static void AssertNear(float[] wanted, ImmutableArray<double> found, float tolerance)
    {
        Assert.Equal(wanted.Length, found.Length);
        for (var i = 0; i < wanted.Length; i++)
        {
            Assert.InRange(found[i], wanted[i] - tolerance, wanted[i] + tolerance);
        }
    }

    private static ImmutableArray<double> Values(JsonElement outputs, string name) =>
        [.. outputs.GetProperty(name).GetProperty("values").EnumerateArray().Select(item => item.GetDouble())];

    private static SavedPolicy Random(string environment, PolicyModel model, bool isNormalized)
    {
        var module = EnvironmentCatalog.Shipped.Find(environment).Require().Module;
        var architecture = PolicyArchitecture.Create(module.Observations, module.Actions, model).Require();
        var parameters = new float[architecture.ParameterCount];
        NormalDraw.Fill(RngKey.Root(3), parameters);

        // Small enough that what is remembered fades: a chaotic network would make roundings grow.
        for (var i = 0; i < parameters.Length; i++)
        {
            parameters[i] *= 0.5f;
        }

        var features = Enumerable.Range(0, architecture.FeatureCount).ToArray();
        var normalizer = new Standardization(
            [.. features.Select(index => 0.1f * index)],
            [.. features.Select(index => 0.5f + index)],
            1.5f
        );
        return new(
            environment,
            "expert",
            StageIndex: 0,
            EvaluationSeed: 0,
            EvaluationEpisodeCount: 2,
            new PolicySnapshot(model, ParameterBlock.Copy(parameters), isNormalized ? normalizer : null)
        );
    }
}
