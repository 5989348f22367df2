using ActorIL.Core.Contracts;
using ActorIL.Core.Spaces;

namespace ActorIL.Environments.Stepping;

/// <summary>One policy flies every episode, each with a memory of its own.</summary>
internal sealed class PolicyPilot(IPolicy policy) : IPilot
{
    private readonly int _memorySize = policy.MemorySize;
    private float[] _memory = [];
    private float[] _workspace = [];

    public string Name => policy.Name;

    public Space Observations => policy.Observations;

    public Space Actions => policy.Actions;

    public void Reserve(int rowCountMax)
    {
        _memory = new float[rowCountMax * _memorySize];
        _workspace = new float[policy.WorkspaceSize(rowCountMax)];
    }

    public void Begin(int row, int ordinal) => Memory(row).Clear();

    public void Move(int from, int to) => Memory(from).CopyTo(Memory(to));

    public void Choose(ReadOnlySpan<float> observations, int count, Span<float> actions)
    {
        var memory = _memory.AsSpan(0, count * _memorySize);
        policy.Act(observations, count, memory, _workspace, actions);
        policy.Remember(actions, count, memory);
    }

    private Span<float> Memory(int row) => _memory.AsSpan(row * _memorySize, _memorySize);
}
