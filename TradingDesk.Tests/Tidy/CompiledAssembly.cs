using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace TradingDesk.Tests.Tidy;

/// <summary>Reads out of an assembly file which type uses which: in its shape, its signatures, its attributes and its code.</summary>
internal sealed class CompiledAssembly : IDisposable
{
    private readonly PEReader _file;
    private readonly MetadataReader _metadata;
    private readonly TypeNames _names = new();
    private readonly Dictionary<string, HashSet<string>> _uses = new(StringComparer.Ordinal);

    public CompiledAssembly(string path)
    {
        _file = new PEReader(File.OpenRead(path));
        _metadata = _file.GetMetadataReader();
        foreach (var handle in _metadata.TypeDefinitions) Read(handle);
    }

    public IEnumerable<TypeUse> Uses =>
        from user in _uses from used in user.Value where used != user.Key select new TypeUse(user.Key, used);

    public IEnumerable<string> Types => _uses.Keys;

    public IEnumerable<string> References =>
        _metadata.AssemblyReferences.Select(handle => _metadata.GetString(_metadata.GetAssemblyReference(handle).Name));

    public void Dispose() => _file.Dispose();

    private void Read(TypeDefinitionHandle handle)
    {
        var type = _metadata.GetTypeDefinition(handle);
        var user = TypeNames.Of(_metadata, handle);
        if (!user.Contains('.', StringComparison.Ordinal)) return; // What the compiler adds beside the source has no namespace.

        if (!_uses.TryGetValue(user, out var used)) _uses.Add(user, used = new HashSet<string>(StringComparer.Ordinal));
        Add(used, type.BaseType);
        foreach (var face in type.GetInterfaceImplementations()) Add(used, _metadata.GetInterfaceImplementation(face).Interface);
        foreach (var field in type.GetFields()) used.UnionWith(_metadata.GetFieldDefinition(field).DecodeSignature(_names, this));
        foreach (var method in type.GetMethods()) Read(used, _metadata.GetMethodDefinition(method));
        Add(used, type.GetCustomAttributes());
        Add(used, type.GetGenericParameters());
    }

    private void Read(HashSet<string> used, MethodDefinition method)
    {
        var signature = method.DecodeSignature(_names, this);
        used.UnionWith(signature.ReturnType);
        foreach (var parameter in signature.ParameterTypes) used.UnionWith(parameter);
        Add(used, method.GetCustomAttributes());
        Add(used, method.GetGenericParameters());
        if (method.RelativeVirtualAddress == 0) return;

        var body = _file.GetMethodBody(method.RelativeVirtualAddress);
        if (!body.LocalSignature.IsNil)
        {
            var locals = _metadata.GetStandaloneSignature(body.LocalSignature);
            foreach (var local in locals.DecodeLocalSignature(_names, this)) used.UnionWith(local);
        }

        foreach (var token in IntermediateCode.TokensOf(body.GetILReader())) Add(used, MetadataTokens.EntityHandle(token));
    }

    private void Add(HashSet<string> used, CustomAttributeHandleCollection attributes)
    {
        foreach (var attribute in attributes) Add(used, _metadata.GetCustomAttribute(attribute).Constructor);
    }

    private void Add(HashSet<string> used, GenericParameterHandleCollection parameters)
    {
        foreach (var parameter in parameters)
            foreach (var constraint in _metadata.GetGenericParameter(parameter).GetConstraints())
                Add(used, _metadata.GetGenericParameterConstraint(constraint).Type);
    }

    private void Add(HashSet<string> used, EntityHandle handle)
    {
        if (handle.IsNil) return;
        switch (handle.Kind)
        {
            case HandleKind.TypeDefinition: used.Add(TypeNames.Of(_metadata, (TypeDefinitionHandle)handle)); break;
            case HandleKind.TypeReference: used.Add(TypeNames.Of(_metadata, (TypeReferenceHandle)handle)); break;
            case HandleKind.TypeSpecification:
                used.UnionWith(_metadata.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(_names, this));
                break;
            case HandleKind.MethodDefinition:
                Add(used, _metadata.GetMethodDefinition((MethodDefinitionHandle)handle).GetDeclaringType());
                break;
            case HandleKind.FieldDefinition:
                Add(used, _metadata.GetFieldDefinition((FieldDefinitionHandle)handle).GetDeclaringType());
                break;
            case HandleKind.MemberReference: Add(used, _metadata.GetMemberReference((MemberReferenceHandle)handle).Parent); break;
            case HandleKind.MethodSpecification:
                AddGeneric(used, _metadata.GetMethodSpecification((MethodSpecificationHandle)handle));
                break;
            default: break; // Strings and call sites name no type.
        }
    }

    private void AddGeneric(HashSet<string> used, MethodSpecification method)
    {
        Add(used, method.Method);
        foreach (var argument in method.DecodeSignature(_names, this)) used.UnionWith(argument);
    }
}
