"""All but the extension module stands in pyproject.toml."""
from setuptools import setup

setup(cffi_modules=["native/build_native.py:ffi"])
